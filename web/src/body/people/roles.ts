import { type Role } from '../../session/session';

export const roles = [
  'candidate',
  'assessor',
  'verifier',
  'officer',
  'administrator',
] as const satisfies readonly Role[];
