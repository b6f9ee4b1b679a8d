import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../api/client';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button, ButtonLink } from '../../ui/button';
import { Actions, Form, TextArea, textIn, TextField } from '../../ui/form';
import { Notice, ProblemNotice } from '../../ui/notice';
import { Card } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { readAll } from '../../api/use-all';
import { bodyWords } from '../words';
import { type Checked, checkLines } from './check-lines';
import { columns, linesOf } from './columns';
import { parseCsv, saveCsv, toCsv } from './csv';
import { decoded } from './decoded';
import { Preview } from './preview';
import { enrolmentWords } from './words';

const mostLines = 1000;

/** A whole class is enrolled from a spreadsheet: looked at first, then sent line by line. */
export function CsvEnrolment() {
  const say = useWords(enrolmentWords);
  const common = useWords(bodyWords);
  const { list, number } = useFormats();
  const bodyId = useBodyId();
  const queries = useQueryClient();
  const [checked, setChecked] = useState<Checked[] | null>(null);
  const [reading, setReading] = useState(0);
  const [fault, setFault] = useState('');
  const [big5, setBig5] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const columnNames = {
    name: say.columnName,
    email: say.columnEmail,
    unit: say.columnUnit,
    assessor: say.columnAssessor,
    pathway: say.columnPathway,
    cohort: common.cohort,
    workplace: say.workplace,
  };
  const check = async (data: FormData): Promise<void> => {
    setFault('');
    setProblem(null);
    setChecked(null);
    const file = data.get('file');
    const chosen = file instanceof File && file.size > 0 ? decoded(await file.arrayBuffer()) : null;
    if (chosen === undefined) return setFault(say.unreadable);
    const text = chosen?.text ?? textIn(data, 'text') ?? '';
    setBig5(chosen?.encoding === 'big5');
    const table = linesOf(parseCsv(text));
    if ('missing' in table) {
      return setFault(say.missingColumns(list(table.missing.map((one) => columnNames[one]))));
    }
    if (table.lines.length === 0) return setFault(say.noRows);
    if (table.lines.length > mostLines) return setFault(say.tooMany(number(mostLines)));
    setBusy(true);
    try {
      const [people, documents, assessments] = await Promise.all([
        readAll('/api/training-bodies/{bodyId}/people', { params: { bodyId } }),
        readAll('/api/competency-documents', {}),
        readAll('/api/assessments', { query: { bodyId } }),
      ]);
      setReading(reading + 1);
      setChecked(checkLines(table.lines, { people, documents, assessments }, say));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const sent = (): void => {
    for (const path of [
      '/api/assessments',
      '/api/training-bodies/{bodyId}/people',
      '/api/training-bodies/{bodyId}/grid',
    ])
      void queries.invalidateQueries({ queryKey: [path] });
  };
  const template = [
    columns.map((column) => columnNames[column]),
    [
      say.sampleName,
      'candidate@example.tw',
      'KMM5R0915',
      'assessor@example.tw',
      common.training,
      say.sampleCohort,
      say.sampleWorkplace,
    ],
  ];
  return (
    <BodyPage title={say.csvTitle} actions={<ButtonLink to={`/bodies/${bodyId}/enrolment`}>{say.oneLink}</ButtonLink>}>
      <Card>
        <h2>{say.format}</h2>
        <p>{say.formatHelp}</p>
        <div>
          <Button onClick={() => saveCsv('enrolment.csv', toCsv(template))}>{say.template}</Button>
        </div>
        <Form onSend={(data) => void check(data)}>
          {fault && <Notice tone="gap" title={fault} />}
          {problem && <ProblemNotice problem={problem} />}
          {checked && big5 && <Notice tone="wait" title={say.big5} />}
          <TextField name="file" label={say.file} type="file" accept=".csv,.tsv,.txt,text/csv" />
          <TextArea name="text" label={say.paste} spellCheck={false} />
          <Actions>
            <Button type="submit" kind="primary" busy={busy}>
              {say.check}
            </Button>
          </Actions>
        </Form>
      </Card>
      {checked && <Preview key={reading} bodyId={bodyId} initial={checked} onSent={sent} />}
    </BodyPage>
  );
}
