import { Link } from 'wouter';
import { useApi } from '../api/use-api';
import { useWords } from '../i18n/words';
import { ButtonLink } from '../ui/button';
import { Empty, Page } from '../ui/page';
import { evidenceWords } from './evidence-words';
import { candidateWords } from './words';

/** Whether the assessment is known to have ended: without a network it counts as open. */
export function useIsClosed(id: string): boolean {
  const { data } = useApi('/api/assessments/{id}', { params: { id } });
  return data !== undefined && (data.decidedAt !== null || data.withdrawnAt !== null);
}

/** In place of a page on which evidence would be given: the assessment has ended. */
export function Closed({ id, title }: { id: string; title: string }) {
  const { closed } = useWords(evidenceWords);
  const { back } = useWords(candidateWords);
  const home = `/assessments/${id}`;
  return (
    <Page title={title} over={<Link to={home}>{back}</Link>} narrow>
      <Empty>
        <p>{closed}</p>
        <ButtonLink to={home}>{back}</ButtonLink>
      </Empty>
    </Page>
  );
}
