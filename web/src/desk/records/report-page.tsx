import { useApi } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { thirdPartyWords } from '../../third-party/words';
import { Facts } from '../../ui/facts';
import { Badge, Loaded } from '../../ui/page';
import { type Tone } from '../../ui/notice';
import { KeptRecord } from './kept-record';
import css from './records.module.css';
import { type Around } from './types';
import { recordWords } from './words';

const tones: Record<string, Tone | undefined> = { yes: 'met', partly: 'wait', no: 'gap', unknown: undefined };

/** What a third party reported, as it was signed. */
export function ReportPage({ around, id }: { around: Around; id: string }) {
  const say = useWords(recordWords);
  const form = useWords(thirdPartyWords);
  const { date } = useFormats();
  const report = useApi('/api/third-party-reports/{id}', { params: { id } });
  const evidence = useApi('/api/evidence/{id}', { params: { id } });
  const both = {
    data: report.data && evidence.data && ([report.data, evidence.data] as const),
    error: report.error ?? evidence.error,
    refetch: () => Promise.all([report.refetch(), evidence.refetch()]),
  };
  const targets = new Map(around.coverage.targets.map((target) => [target.ref, target]));
  return (
    <Loaded of={both}>
      {([read, item]) => (
        <KeptRecord around={around} evidence={item} by={{ name: read.name }} sha256={read.signedSha256}>
          <Facts
            rows={[
              [form.name, read.name],
              [form.post, read.post],
              [form.relation, read.relation],
              [form.contact, read.contact],
              [say.reportEmail, read.email],
              [form.period, read.periodFrom && read.periodTo && `${date(read.periodFrom)} – ${date(read.periodTo)}`],
              [form.generalLabel, read.general],
            ]}
          />
          <h3>{form.what}</h3>
          <ul className={css.results}>
            {read.answers.map(({ ref, seen, comment }) => (
              <li key={ref}>
                <Badge tone={tones[seen]}>{form[seen]}</Badge>
                <div>
                  <strong>{targets.get(ref)?.code ?? ref}</strong> {targets.get(ref)?.text}
                  {comment && <p className={css.asWritten}>{comment}</p>}
                </div>
              </li>
            ))}
          </ul>
          {read.statement && <p className={css.asWritten}>{read.statement}</p>}
        </KeptRecord>
      )}
    </Loaded>
  );
}
