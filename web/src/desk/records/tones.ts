import { type Tone } from '../../ui/notice';
import { type RecordState } from './listed';
import { type Invitation } from './types';

export const stateTones: Record<RecordState, Tone | undefined> = {
  draft: 'wait',
  signed: 'met',
  withdrawn: undefined,
};

export const invitationTones: Record<Invitation['state'], Tone | undefined> = {
  sent: 'wait',
  opened: 'wait',
  submitted: 'met',
  expired: 'gap',
  revoked: undefined,
};

export type Outcome = 'shown' | 'not_shown' | 'not_seen';
export const outcomes: readonly Outcome[] = ['shown', 'not_shown', 'not_seen'];
export const outcomeTones: Record<Outcome, Tone | undefined> = {
  shown: 'met',
  not_shown: 'gap',
  not_seen: undefined,
};

export type Answered = 'satisfactory' | 'not_satisfactory' | 'not_asked';
export const answered: readonly Answered[] = ['satisfactory', 'not_satisfactory', 'not_asked'];
export const answeredTones: Record<Answered, Tone | undefined> = {
  satisfactory: 'met',
  not_satisfactory: 'gap',
  not_asked: undefined,
};
