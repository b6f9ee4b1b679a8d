import { fieldWords } from '../../field/words';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Facts } from '../../ui/facts';
import { Badge } from '../../ui/page';
import { useMethods } from '../use-methods';
import { KeptRecord } from './kept-record';
import { newRecord } from './paths';
import css from './records.module.css';
import { SittingNotice } from './sitting-notice';
import { type Outcome, outcomeTones } from './tones';
import { type Observation } from './types';
import { recordWords } from './words';
import { type Reading } from './written-record';

/** An observation or a demonstration as it was written down. */
export function ObservationRecord({ around, record, evidence }: Reading<Observation>) {
  const say = useWords(recordWords);
  const field = useWords(fieldWords);
  const { instant } = useFormats();
  const methods = useMethods(around.assessment);
  const { id, form, assessor, startedAt, endedAt, sittingId, method, outcomes } = record;
  const { mayRecord, assessment, coverage } = around;
  const targets = new Map(coverage.targets.map((target) => [target.ref, target]));
  const names: Record<Outcome, string> = { shown: field.shown, not_shown: field.notShown, not_seen: field.notSeen };
  const copy = { from: id, ...(sittingId && { sitting: sittingId }) };
  return (
    <KeptRecord
      around={around}
      evidence={evidence}
      by={assessor}
      sha256={record.signedSha256}
      anew={mayRecord ? newRecord(assessment.id, form, copy) : undefined}
    >
      {sittingId && <SittingNotice around={around} id={sittingId} />}
      <Facts
        rows={[
          [say.kind, say[form]],
          [field.task, record.task],
          [say.when, endedAt ? `${instant(startedAt)} – ${instant(endedAt)}` : instant(startedAt)],
          [say.place, record.place],
          [field.present, record.present],
          [field.context, record.context],
          [field.method, methods.find(({ key }) => key === method)?.name],
          [field.notes, record.notes],
        ]}
      />
      <h3>{say.seen}</h3>
      {outcomes.length === 0 && <p className={css.soft}>{say.nothingNoted}</p>}
      <ul className={css.results}>
        {outcomes.map(({ ref, outcome, note }) => (
          <li key={ref}>
            <Badge tone={outcomeTones[outcome]}>{names[outcome]}</Badge>
            <div>
              <strong>{targets.get(ref)?.code ?? ref}</strong> {targets.get(ref)?.text}
              {note && <p className={css.asWritten}>{note}</p>}
            </div>
          </li>
        ))}
      </ul>
    </KeptRecord>
  );
}
