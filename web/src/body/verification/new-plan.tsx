import { useState } from 'react';
import { useLocation } from 'wouter';
import { useSend } from '../../api/use-api';
import { Explain } from '../../help/explain';
import { today } from '../../i18n/formats';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Checkbox, Form, Select, textIn, TextField } from '../../ui/form';
import { Card } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { newId } from '../../api/new-id';
import { useDocuments, usePeople } from '../use-catalogue';
import { bodyWords } from '../words';
import { verificationWords } from './words';

const risks = ['newAssessor', 'newUnit', 'complaint', 'firstVerdicts'] as const;
/** How many of a hundred are proposed where the risk is there. */
const proposed = { newAssessor: 50, newUnit: 50, complaint: 100, firstVerdicts: 100 };

/** A plan of which verdicts are looked at again. */
export function NewPlan() {
  const say = useWords(verificationWords);
  const common = useWords(bodyWords);
  const { aside } = useFormats();
  const bodyId = useBodyId();
  const [, go] = useLocation();
  const [own] = useState(newId);
  const documents = useDocuments();
  const assessors = usePeople('assessor');
  const make = useSend('post', '/api/training-bodies/{bodyId}/sampling-plans', {
    stale: ['/api/training-bodies/{bodyId}/sampling-plans'],
  });
  const codes = [...new Map(documents.data?.map(({ baseCode, name }) => [baseCode, name]))];
  const send = (data: FormData): void => {
    const number = (name: string): number => Number(textIn(data, name) ?? 0);
    const body = {
      id: own,
      documentBaseCode: textIn(data, 'documentBaseCode') ?? null,
      assessorId: textIn(data, 'assessorId') ?? null,
      periodFrom: textIn(data, 'periodFrom') ?? '',
      periodTo: textIn(data, 'periodTo') ?? '',
      basePercent: number('basePercent'),
      minimum: number('minimum'),
      risk: {
        newAssessor: number('newAssessor'),
        newUnit: number('newUnit'),
        complaint: number('complaint'),
        firstVerdicts: number('firstVerdicts'),
      },
      blind: data.has('blind'),
    };
    make.mutate(
      { params: { bodyId }, body },
      { onSuccess: ({ id }) => go(`/bodies/${bodyId}/verification/plans/${id}`) },
    );
  };
  return (
    <BodyPage title={say.newPlan}>
      <Card>
        <Explain what="sampling" />
        <Explain what="blind" />
        <Form problem={make.error} onSend={send}>
          <TextField name="periodFrom" label={say.from} type="date" defaultValue={today(-90)} />
          <TextField name="periodTo" label={say.to} type="date" defaultValue={today()} />
          <Select name="documentBaseCode" label={common.unit}>
            <option value="">{common.allUnits}</option>
            {codes.map(([code, name]) => (
              <option key={code} value={code}>
                {code} {name}
              </option>
            ))}
          </Select>
          <Select name="assessorId" label={say.assessor}>
            <option value="">{say.everybody}</option>
            {assessors.data?.map(({ id, name, email }) => (
              <option key={id} value={id}>
                {name}
                {aside(email)}
              </option>
            ))}
          </Select>
          <TextField name="basePercent" label={say.basePercent} type="number" min={0} max={100} defaultValue={10} />
          <TextField name="minimum" label={say.minimum} type="number" min={0} max={1000} defaultValue={1} />
          <h2>{say.risks}</h2>
          <p>{say.risksHint}</p>
          {risks.map((risk) => (
            <TextField
              key={risk}
              name={risk}
              label={say[risk]}
              type="number"
              min={0}
              max={100}
              defaultValue={proposed[risk]}
            />
          ))}
          <Checkbox name="blind" label={say.blind} />
          <Actions>
            <Button type="submit" kind="primary" busy={make.isPending}>
              {say.make}
            </Button>
          </Actions>
        </Form>
      </Card>
    </BodyPage>
  );
}
