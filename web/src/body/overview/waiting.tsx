import { Link } from 'wouter';
import { useApi } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { useHasRole } from '../../session/session';
import { Badge, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import css from './overview.module.css';
import { overviewWords } from './words';

/** What waits at the body for somebody who runs it. */
export function Waiting() {
  const say = useWords(overviewWords);
  const { number } = useFormats();
  const bodyId = useBodyId();
  const params = { bodyId };
  const limit = 200;
  const administers = useHasRole(['administrator'], bodyId);
  const appeals = useApi('/api/training-bodies/{bodyId}/appeals', { params, query: { limit, state: 'open' } });
  const overdue = useApi('/api/training-bodies/{bodyId}/verifications', { params, query: { limit, state: 'overdue' } });
  const failed = useApi('/api/training-bodies/{bodyId}/notices', {
    params,
    query: { limit, state: 'failed' },
    when: administers,
  });
  const count = (list: { data?: { items: unknown[]; next: string | null } }): string =>
    number(list.data?.items.length ?? 0) + (list.data?.next ? '+' : '');
  const lines = [
    [appeals, say.appeals, 'verification'],
    [overdue, say.overdue, 'verification'],
    [failed, say.failed, 'notices'],
  ] as const;
  const open = lines.filter(([list]) => list.data && list.data.items.length > 0);
  return (
    <Section title={say.waiting}>
      {open.length === 0 ? (
        <p>{say.nothingWaits}</p>
      ) : (
        <ul className={css.waiting}>
          {open.map(([list, text, page]) => (
            <li key={text('')}>
              <Badge tone="wait">
                <Link to={`/bodies/${bodyId}/${page}`}>{text(count(list))}</Link>
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
