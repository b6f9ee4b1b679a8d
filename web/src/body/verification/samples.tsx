import { useState } from 'react';
import { Link } from 'wouter';
import { usePages, useSend } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form, Select, textIn } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Badge, Loaded, Section } from '../../ui/page';
import { uiWords } from '../../ui/words';
import { useBodyId } from '../frame';
import { More, Table } from '../table';
import { usePeople } from '../use-catalogue';
import { bodyWords } from '../words';
import { Why } from './why';
import { verificationWords } from './words';

const path = '/api/training-bodies/{bodyId}/sampling-plans/{planId}/samples';

/** What a plan has drawn, why, and who looks at it. */
export function Samples({ planId, assigns }: { planId: string; assigns: boolean }) {
  const say = useWords(verificationWords);
  const common = useWords(bodyWords);
  const { day } = useFormats();
  const samples = usePages(path, { params: { bodyId: useBodyId(), planId } });
  return (
    <Section title={say.samples}>
      <Loaded of={samples}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{say.noSamples}</p>
          ) : (
            <>
              <p>{say.whyHelp}</p>
              <Table label={say.samples} columns={[common.candidate, common.unit, say.why, say.verifier]}>
                {rows.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">
                      <Link to={`/assessments/${one.assessment.id}/verification`}>{one.assessment.candidateName}</Link>
                      <p>{day(one.assessment.decidedAt)}</p>
                    </th>
                    <td>
                      {one.assessment.documentCode} {one.assessment.documentName}
                      <p>{say.leadOf(one.assessment.assessorName)}</p>
                    </td>
                    <td>
                      <Why of={one.explanation} />
                    </td>
                    <td>
                      {one.verifiers.map((verifier) => (
                        <p key={verifier.id}>
                          {verifier.name}{' '}
                          <Badge tone={verifier.verifiedAt ? 'met' : 'wait'}>
                            {verifier.verifiedAt ? say.verified : say.waits}
                          </Badge>
                        </p>
                      ))}
                      {assigns && <Assign sampleId={one.id} to={one.verifiers} of={one.assessment.candidateName} />}
                    </td>
                  </tr>
                ))}
              </Table>
              <More of={samples} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

/** Gives a sample to a verifier; to another one as well for a second look. */
function Assign({ sampleId, to, of }: { sampleId: string; to: readonly { id: string }[]; of: string }) {
  const say = useWords(verificationWords);
  const { aside } = useFormats();
  const ui = useWords(uiWords);
  const [open, setOpen] = useState(to.length === 0);
  const verifiers = usePeople('verifier');
  const assign = useSend('post', '/api/samples/{id}/assignment', { stale: [path] });
  const left = verifiers.data?.filter(({ id }) => !to.some((one) => one.id === id)) ?? [];
  const send = (data: FormData): void =>
    assign.mutate(
      { params: { id: sampleId }, body: { verifierId: textIn(data, 'verifierId') ?? '' } },
      { onSuccess: () => setOpen(false) },
    );
  if (!open)
    return (
      <>
        {assign.isSuccess && <Notice tone="met" title={say.assigned} />}
        <Button small aria-label={say.secondLookAt(of)} onClick={() => setOpen(true)}>
          {say.secondLook}
        </Button>
      </>
    );
  if (verifiers.data && left.length === 0) return <p>{say.noVerifiers}</p>;
  return (
    <Form problem={assign.error} onSend={send}>
      <Select name="verifierId" label={say.assignTo}>
        <option value="">{say.choose}</option>
        {left.map(({ id, name, email }) => (
          <option key={id} value={id}>
            {name}
            {aside(email)}
          </option>
        ))}
      </Select>
      <Actions>
        <Button type="submit" small busy={assign.isPending}>
          {say.assign}
        </Button>
        {to.length > 0 && (
          <Button small onClick={() => setOpen(false)}>
            {ui.cancel}
          </Button>
        )}
      </Actions>
    </Form>
  );
}
