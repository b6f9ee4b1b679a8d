import { useRef } from 'react';
import { useSearchParams } from 'wouter';
import { type Body, type Params } from '../../api/client';
import { useSend } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Ask } from '../../ui/ask';
import { Button, ButtonLink } from '../../ui/button';
import { Actions } from '../../ui/form';
import { Notice, ProblemNotice } from '../../ui/notice';
import { Empty, Loaded } from '../../ui/page';
import { uiWords } from '../../ui/words';
import { BodyPage, useBodyId } from '../frame';
import { Table } from '../table';
import { useAssessmentNames } from '../use-catalogue';
import { deletionWords } from './deletion-words';
import { chosenIn } from './chosen';
import { usePreview } from './use-preview';
import { Counted } from './counted';
import { auditWords } from './words';

/** What would be deleted of the records that were chosen, and the deletion itself: it is for good. */
export function Deletion() {
  const say = useWords(deletionWords);
  const kinds = useWords(auditWords);
  const ui = useWords(uiWords);
  const { date, number } = useFormats();
  const bodyId = useBodyId();
  const [search] = useSearchParams();
  const items = chosenIn(search);
  const nameOf = useAssessmentNames();
  const dialog = useRef<HTMLDialogElement>(null);
  const path = '/api/training-bodies/{bodyId}/retention/deletions';
  const remove = useSend('post', path, {
    stale: ['/api/training-bodies/{bodyId}/retention', '/api/training-bodies/{bodyId}/tombstones', '/api/assessments'],
  });
  const preview = usePreview(bodyId, items, !remove.isSuccess);
  const back = `/bodies/${bodyId}/audit`;
  const send = (confirm: string): void => {
    const body: Body<typeof path, 'post'> = { items, confirm };
    const params: Params<typeof path> = { bodyId };
    remove.mutate({ params, body });
  };
  if (remove.isSuccess)
    return (
      <BodyPage title={say.title}>
        <Notice tone="met" title={say.done(number(items.length))}>
          {say.doneHelp}
        </Notice>
        <Actions>
          <ButtonLink to={back}>{say.back}</ButtonLink>
        </Actions>
      </BodyPage>
    );
  if (items.length === 0)
    return (
      <BodyPage title={say.title}>
        <Empty>
          <p>{say.none}</p>
          <ButtonLink to={back}>{say.back}</ButtonLink>
        </Empty>
      </BodyPage>
    );
  return (
    <BodyPage title={say.title}>
      <Loaded of={preview}>
        {(shown) => (
          <>
            <p>{say.help}</p>
            {remove.error && <ProblemNotice problem={remove.error} />}
            <Table label={say.title} columns={[kinds.assessment, kinds.record, kinds.dueOn, say.what]}>
              {shown.items.map(({ assessmentId, kind, dueOn, what }, i) => (
                <tr key={assessmentId + kind}>
                  {shown.items[i - 1]?.assessmentId !== assessmentId && (
                    <th
                      scope="rowgroup"
                      rowSpan={shown.items.filter((one) => one.assessmentId === assessmentId).length}
                    >
                      {nameOf(assessmentId)}
                    </th>
                  )}
                  <td>{kinds[kind]}</td>
                  <td>{date(dueOn)}</td>
                  <td>
                    <Counted what={what} />
                  </td>
                </tr>
              ))}
            </Table>
            <Actions>
              <Button kind="danger" busy={remove.isPending} onClick={() => dialog.current?.showModal()}>
                {say.remove(number(shown.items.length))}
              </Button>
              <ButtonLink to={back}>{ui.cancel}</ButtonLink>
            </Actions>
            <Ask
              dialog={dialog}
              title={say.sure(number(shown.items.length))}
              answer={say.removeNow}
              kind="danger"
              cancel={ui.cancel}
              onAnswer={() => send(shown.confirm)}
            >
              <p>{say.sureHelp}</p>
            </Ask>
          </>
        )}
      </Loaded>
    </BodyPage>
  );
}
