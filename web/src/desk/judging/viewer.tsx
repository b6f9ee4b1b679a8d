import { useState } from 'react';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Badge } from '../../ui/page';
import { FileChoice } from '../../viewer/file-choice';
import { FileView } from '../../viewer/file-view';
import { type Place } from '../../viewer/place';
import { classLabels, formLabels, makerLabels } from '../labels';
import { isRecord, RecordLink } from '../records/record-link';
import { type Evidence } from '../types';
import css from './bench.module.css';
import { Checks } from './checks';
import { judgingWords } from './words';

/** An item of evidence: what it says of itself, and its files where the browser can show them. */
export function Viewer({
  evidence,
  place,
  label,
  mayCheck = true,
}: {
  evidence: Evidence;
  place: Place | null;
  label: string;
  mayCheck?: boolean;
}) {
  const say = useWords(judgingWords);
  const [chosen, setChosen] = useState<{ place: Place | null; id: string } | null>(null);
  const { files } = evidence;
  // A redacted copy stands for its original.
  const redacted = new Set(files.flatMap(({ redactionOf }) => (redactionOf ? [redactionOf.fileId] : [])));
  const standing = files.filter(({ id }) => !redacted.has(id));
  // A place that is asked for is in its file; after that the reader chooses.
  const wanted = chosen && chosen.place === place ? chosen.id : (place?.fileId ?? chosen?.id);
  const file = standing.find(({ id }) => id === wanted) ?? standing[0];
  return (
    <section className={css.viewer} aria-label={say.evidence(String(evidence.number))}>
      <h2>
        {evidence.number}. {evidence.title}
      </h2>
      {evidence.withdrawnAt && <Badge tone="gap">{say.withdrawn}</Badge>}
      <FileChoice files={standing} chosen={file} onChoose={(id) => setChosen({ place, id })} />
      {evidence.statement && <p className={css.words}>{evidence.statement}</p>}
      {evidence.url && (
        <p>
          <a href={evidence.url} target="_blank" rel="noopener noreferrer">
            {evidence.url}
          </a>
          <br />
          {say.openLink}
        </p>
      )}
      {file && <FileView key={file.id} evidenceId={evidence.id} file={file} place={place} label={label} />}
      {isRecord(evidence) && <RecordLink evidence={evidence} />}
      {!file && !evidence.statement && !evidence.url && !isRecord(evidence) && <p>{say.noFiles}</p>}
      <About evidence={evidence} />
      {mayCheck && <Checks evidence={evidence} />}
    </section>
  );
}

function About({ evidence }: { evidence: Evidence }) {
  const say = useWords(judgingWords);
  const forms = useWords(formLabels);
  const ranks = useWords(classLabels);
  const makers = useWords(makerLabels);
  const { date, instant } = useFormats();
  const { producedOn, receivedAt, declaredAt, candidatePart, othersData, othersDataReason } = evidence;
  const rows: [string, string][] = [
    [say.form, `${forms[evidence.form]}・${ranks[evidence.class]}`],
    [say.madeBy, makers[evidence.producedBy]],
    [say.madeOn, producedOn ? date(producedOn) : say.unknown],
    [say.receivedAt, instant(receivedAt)],
  ];
  if (evidence.producedBy === 'candidate')
    rows.push([say.declaredAt, declaredAt ? instant(declaredAt) : say.undeclared]);
  if (candidatePart) rows.push([say.part, candidatePart]);
  if (othersData) rows.push([say.others, othersDataReason ?? '']);
  return (
    <dl className={css.about} aria-label={say.about}>
      {rows.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {evidence.copy && (
        <div>
          <dt>{say.copy}</dt>
        </div>
      )}
    </dl>
  );
}
