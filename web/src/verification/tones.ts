import { type Item } from '../api/use-api';
import { type Tone } from '../ui/notice';

type State = Item<'/api/training-bodies/{bodyId}/verifications'>['state'];

export const verificationStates = ['open', 'overdue', 'done', 'confirmed'] as const satisfies readonly State[];

/** How the state of a verification is shown. */
export const verificationTones: Record<State, Tone> = { open: 'wait', overdue: 'gap', done: 'met', confirmed: 'met' };
