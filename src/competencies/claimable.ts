import { type ItemType } from './icap/items.js';

/** What evidence can be claimed to show; the rest of a document is headings and advice. */
const claimableTypes: readonly string[] = [
  'criterion',
  'indicator',
  'key_aspect',
  'knowledge',
  'skill',
  'attitude',
  'output',
] satisfies ItemType[];

export const isClaimable = ({ type }: { type: string }) => claimableTypes.includes(type);

/** What S1 asks evidence for: the performance criteria of a unit, the performance indicators of a standard. */
export const isCriterion = ({ type }: { type: string }) => type === 'criterion' || type === 'indicator';
