import { Link } from 'wouter';
import { useWords } from '../../i18n/words';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { newRecord, recordsOf } from './paths';
import css from './records.module.css';
import { type Around } from './types';
import { recordWords } from './words';

/** Everything that can be recorded, each with a word on when it is the right thing. */
export function NewRecord({ around: { assessment, mayRecord, mayInvite } }: { around: Around }) {
  const say = useWords(recordWords);
  const { id, decidedAt, withdrawnAt } = assessment;
  if (decidedAt || withdrawnAt) return <Notice title={say.closed} />;
  const begin = [
    ...(mayRecord
      ? [
          [say.observation, say.observationWhen, newRecord(id, 'observation')],
          [say.demonstration, say.demonstrationWhen, newRecord(id, 'demonstration')],
          [say.questioning, say.questioningWhen, newRecord(id, 'questioning')],
          [say.rpl_conversation, say.rplWhen, newRecord(id, 'rpl_conversation')],
          [say.product, say.productWhen, recordsOf(id, 'new/products')],
          [say.sitting, say.sittingWhen, recordsOf(id, 'new/sittings')],
        ]
      : []),
    ...(mayInvite ? [[say.thirdParty, say.thirdPartyWhen, recordsOf(id, 'new/invitations')]] : []),
  ] as [string, string, string][];
  if (begin.length === 0) return null;
  return (
    <Section title={say.begin}>
      <ul className={css.begin}>
        {begin.map(([title, when, to]) => (
          <li key={to}>
            <Link to={to}>{title}</Link>
            <span className={css.soft}>{when}</span>
          </li>
        ))}
      </ul>
      <p className={css.links}>
        <span>{say.blankPaper}</span>
        <Link to={recordsOf(id, 'blank?kind=observation')}>{say.blankObservation}</Link>
        <Link to={recordsOf(id, 'blank?kind=questioning')}>{say.blankQuestioning}</Link>
      </p>
    </Section>
  );
}
