import { memo, useEffect, useRef, useState } from 'react';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Checkbox } from '../../ui/form';
import { Notice, type Tone } from '../../ui/notice';
import { Badge, Progress, Section } from '../../ui/page';
import { Table } from '../table';
import { bodyWords } from '../words';
import { type Checked, standingOf } from './check-lines';
import { saveCsv, toCsv } from './csv';
import { sendLine } from './send-line';
import { enrolmentWords } from './words';

const tones: Partial<Record<ReturnType<typeof standingOf>, Tone>> = {
  done: 'met',
  already: 'met',
  faulty: 'gap',
  refused: 'gap',
};

/** What was read from a file, what is wrong in it, and the way to send what is right: line by line, as often as wanted. */
export function Preview({ bodyId, initial, onSent }: { bodyId: string; initial: Checked[]; onSent: () => void }) {
  const say = useWords(enrolmentWords);
  const common = useWords(bodyWords);
  const { labelled, number } = useFormats();
  const heading = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState(initial);
  const [sending, setSending] = useState<{ done: number; of: number } | null>(null);
  const [ended, setEnded] = useState<'finished' | 'stopped' | null>(null);
  const stopped = useRef(false);
  const [onlyFaulty, setOnlyFaulty] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => () => void (stopped.current = true), []);

  const states = rows.map(standingOf);
  const count = (...of: (typeof states)[number][]): string => number(states.filter((one) => of.includes(one)).length);
  const open = rows.filter((_, i) => ['ready', 'readyNew', 'refused'].includes(states[i]!));

  const send = async (): Promise<void> => {
    stopped.current = false;
    setEnded(null);
    for (const [i, one] of open.entries()) {
      if (stopped.current) break;
      setSending({ done: i, of: open.length });
      const sent = await sendLine(bodyId, one);
      setRows((all) => all.map((row) => (row.line.line === sent.line.line ? sent : row)));
    }
    setSending(null);
    setEnded(stopped.current ? 'stopped' : 'finished');
    onSent();
  };
  const download = (): void => {
    const head = [say.row, common.name, common.email, say.unit, say.result, say.password];
    const lines = rows.map((row, i) => {
      const { line, name, email, unit } = row.line;
      const why = [...row.faults, row.refusal ?? ''].filter(Boolean).join(' ');
      return [
        String(line),
        name,
        email,
        unit,
        why ? labelled(say[states[i]!], why) : say[states[i]!],
        row.password ?? '',
      ];
    });
    saveCsv('enrolment-result.csv', toCsv([head, ...lines]));
  };

  return (
    <div ref={heading} tabIndex={-1}>
      <Section title={ended ? say.outcome : say.preview}>
        <p>{say.previewCount(count('ready', 'readyNew'), count('already', 'done'), count('faulty'))}</p>
        {!sending && !ended && <p>{say.nothingSent}</p>}
        {!ended && states.includes('faulty') && <Notice tone="wait" title={say.faultyHelp} />}
        <div aria-live="polite">
          {sending && (
            <>
              <p>{say.sendingOf(number(sending.done), number(sending.of))}</p>
              <Progress share={sending.done / sending.of} label={say.sending} />
            </>
          )}
          {ended === 'stopped' && <Notice tone="wait" title={say.stopped} />}
          {ended === 'finished' && (
            <Notice
              tone={states.includes('refused') ? 'wait' : 'met'}
              title={say.finished(count('done'), count('refused'))}
            >
              <p>{say.again}</p>
            </Notice>
          )}
        </div>
        {ended && <p>{say.downloadHelp}</p>}
        <Actions>
          {sending ? (
            <Button onClick={() => (stopped.current = true)}>{say.stop}</Button>
          ) : (
            open.length > 0 && (
              <Button kind="primary" onClick={() => void send()}>
                {say.send(number(open.length))}
              </Button>
            )
          )}
          {ended && (
            <Button kind={open.length === 0 ? 'primary' : undefined} onClick={download}>
              {say.download}
            </Button>
          )}
        </Actions>
        {(states.includes('faulty') || states.includes('refused')) && rows.length > 10 && (
          <Checkbox
            name="onlyFaulty"
            label={say.onlyFaulty}
            checked={onlyFaulty}
            onChange={(e) => setOnlyFaulty(e.currentTarget.checked)}
          />
        )}
        <Table
          dense
          label={say.preview}
          columns={[say.row, say.result, common.name, common.email, say.unit, common.cohort]}
        >
          {rows.map((row, i) =>
            onlyFaulty && states[i] !== 'faulty' && states[i] !== 'refused' ? null : (
              <PreviewRow key={row.line.line} row={row} />
            ),
          )}
        </Table>
      </Section>
    </div>
  );
}

/** Only the line that is being sent is drawn anew, so that a thousand of them do not hold it up. */
const PreviewRow = memo(function PreviewRow({ row }: { row: Checked }) {
  const say = useWords(enrolmentWords);
  const standing = standingOf(row);
  return (
    <tr>
      <th scope="row">{row.line.line}</th>
      <td>
        <Badge tone={tones[standing]}>{say[standing]}</Badge>
        {[...row.faults, ...(row.refusal ? [row.refusal] : [])].map((text) => (
          <p key={text}>{text}</p>
        ))}
      </td>
      <td>{row.line.name}</td>
      <td>{row.line.email}</td>
      <td>{row.line.unit}</td>
      <td>{row.line.cohort}</td>
    </tr>
  );
});
