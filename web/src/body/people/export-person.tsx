import { addressOf } from '../../api/client';
import { useWords } from '../../i18n/words';
import { DownloadLink } from '../../ui/button';
import { Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { peopleWords } from './words';

/** What the body keeps about a person, to be handed over to them. */
export function ExportPerson({ userId, name }: { userId: string; name: string }) {
  const say = useWords(peopleWords);
  const params = { bodyId: useBodyId(), userId };
  return (
    <Section title={say.export}>
      <p>{say.exportHelp}</p>
      <div>
        <DownloadLink download href={addressOf('/api/training-bodies/{bodyId}/people/{userId}/export', params)}>
          {say.exportOf(name)}
        </DownloadLink>
      </div>
    </Section>
  );
}
