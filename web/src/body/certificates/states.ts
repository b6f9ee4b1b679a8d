import { type Tone } from '../../ui/notice';

export const certificateStates = ['issuing', 'issued', 'superseded', 'revoked'] as const;

export const stateTones: Record<(typeof certificateStates)[number], Tone | undefined> = {
  issuing: 'wait',
  issued: 'met',
  superseded: undefined,
  revoked: 'gap',
};
