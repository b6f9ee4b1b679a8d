import { type Answer } from '../api/client';
import { useWords } from '../i18n/words';
import { type Tone } from '../ui/notice';
import { Badge } from '../ui/page';
import { appealWords } from './words';

type State = Answer<'/api/appeals/{id}', 'get'>['state'];
const tones: Record<State, Tone | undefined> = {
  open: 'wait',
  upheld: 'met',
  dismissed: 'met',
  withdrawn: undefined,
};

export function AppealBadge({ state }: { state: State }) {
  const say = useWords(appealWords);
  const names = { open: say.open, upheld: say.isUpheld, dismissed: say.isDismissed, withdrawn: say.withdrawn };
  return <Badge tone={tones[state]}>{names[state]}</Badge>;
}
