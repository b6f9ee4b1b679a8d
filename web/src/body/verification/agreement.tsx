import { useState } from 'react';
import { type Answer, type Query } from '../../api/client';
import { useApi } from '../../api/use-api';
import { Explain } from '../../help/explain';
import { useWords } from '../../i18n/words';
import { Choices, Select, TextField } from '../../ui/form';
import { Empty, Loaded } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { Filters } from '../table';
import { bodyWords } from '../words';
import { AgreementTable, type Measure } from './agreement-table';
import { agreementWords } from './agreement-words';

const path = '/api/training-bodies/{bodyId}/agreement';
type Agreement = Answer<typeof path, 'get'>;

/** How far blind second judgements agree with the assessors': by unit, by assessor and, of one unit, by target. */
export function AgreementPage() {
  const say = useWords(agreementWords);
  const common = useWords(bodyWords);
  const params = { bodyId: useBodyId() };
  const [asked, setAsked] = useState({ documentId: '', from: '', to: '' });
  const [measure, setMeasure] = useState<Measure>('decisions');
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value)) as Query<typeof path, 'get'>;
  const all = useApi(path, { params });
  const agreement = useApi(path, { params, query });
  const ask = (name: keyof typeof asked, value: string): void => setAsked({ ...asked, [name]: value });
  return (
    <BodyPage title={say.title}>
      <p>{say.help}</p>
      <Explain what="kappa" />
      <Filters>
        <Select
          name="documentId"
          label={common.unit}
          value={asked.documentId}
          onChange={(e) => ask('documentId', e.currentTarget.value)}
        >
          <option value="">{common.allUnits}</option>
          {all.data?.units.map(({ document: { id, code, name } }) => (
            <option key={id} value={id}>
              {code} {name}
            </option>
          ))}
        </Select>
        <TextField
          name="from"
          label={say.from}
          type="date"
          value={asked.from}
          onChange={(e) => ask('from', e.currentTarget.value)}
        />
        <TextField
          name="to"
          label={say.to}
          type="date"
          value={asked.to}
          onChange={(e) => ask('to', e.currentTarget.value)}
        />
      </Filters>
      <Choices
        name="measure"
        label={say.measure}
        value={measure}
        onChoose={(value) => setMeasure(value as Measure)}
        choices={[
          { value: 'decisions', label: say.decisions },
          { value: 'acceptance', label: say.acceptance },
        ]}
      />
      <Loaded of={agreement}>
        {(read) => (read.units.length === 0 ? <Empty>{say.none}</Empty> : <Tables of={read} measure={measure} />)}
      </Loaded>
    </BodyPage>
  );
}

function Tables({ of: { units, targets, assessors, note }, measure }: { of: Agreement; measure: Measure }) {
  const say = useWords(agreementWords);
  const unitRows = units.map(({ document: { id, code, name }, ...all }) => ({
    key: id,
    name: `${code} ${name}`,
    figures: all[measure],
  }));
  const assessorRows = assessors.map(({ assessor: { id, name }, ...all }) => ({
    key: id,
    name,
    figures: all[measure],
  }));
  const targetRows = targets.map(({ target: { ref, code, text }, ...all }) => ({
    key: ref,
    name: `${code} ${text}`,
    figures: all[measure],
  }));
  return (
    <>
      <p>{note}</p>
      <AgreementTable title={say.byUnit} first={say.unit} rows={unitRows} />
      <AgreementTable title={say.byAssessor} first={say.assessor} rows={assessorRows} />
      {targetRows.length > 0 && <AgreementTable title={say.byTarget} first={say.target} rows={targetRows} />}
    </>
  );
}
