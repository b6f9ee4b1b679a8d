import { addressOf } from '../../api/client';
import { useSaveFile } from '../../api/save-file';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { ProblemNotice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { peopleWords } from './words';

/** What the body keeps about a person, to be handed over to them. */
export function ExportPerson({ userId, name }: { userId: string; name: string }) {
  const say = useWords(peopleWords);
  const params = { bodyId: useBodyId(), userId };
  const { state, problem, save } = useSaveFile();
  const address = addressOf('/api/training-bodies/{bodyId}/people/{userId}/export', params);
  return (
    <Section title={say.export}>
      <p>{say.exportHelp}</p>
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <Button
          busy={state === 'busy'}
          onClick={() => void save(address, { method: 'POST', accept: 'application/zip' })}
        >
          {say.exportOf(name)}
        </Button>
      </div>
      <p role="status">{state === 'busy' ? say.exporting : state === 'done' && say.exported}</p>
    </Section>
  );
}
