import { useEffect, useRef, useState } from 'react';
import { type Answer } from '../../api/client';
import { newId } from '../../api/new-id';
import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form, TextArea } from '../../ui/form';
import { Card } from '../../ui/page';
import { afterChange } from '../stale';
import { type Coverage } from '../types';
import { AdjustmentFields } from './adjustment-fields';
import { type Names } from './changes';
import { ContextFields } from './context-fields';
import { contentOf, editedOf, type EditedPlan, type NewPlan, type Plan } from './edited';
import { MethodFields } from './method-fields';
import { PartFields } from './part-fields';
import { PlanChanges } from './plan-changes';
import css from './plan.module.css';
import { planWords } from './words';

/** The next version of a plan, begun with the one that holds or with what is proposed. */
export function PlanEditor({
  coverage,
  latest,
  proposal,
  names,
  onSaved,
  onCancel,
}: {
  coverage: Coverage;
  latest: Plan | undefined;
  proposal: Answer<'/api/assessments/{assessmentId}/plan/proposal', 'get'>;
  names: Names;
  onSaved: () => void;
  /** Undefined where there is no plan to leave as it is. */
  onCancel: (() => void) | undefined;
}) {
  const say = useWords(planWords);
  const [edited, setEdited] = useState(() => editedOf(latest, proposal));
  // The same version, however often it is sent.
  const [id] = useState(newId);
  const heading = useRef<HTMLHeadingElement>(null);
  const params = { assessmentId: coverage.assessmentId };
  const making = useSend('post', '/api/assessments/{assessmentId}/plans', {
    stale: [...afterChange, '/api/assessments/{assessmentId}/plans', '/api/assessments/{assessmentId}/plan/proposal'],
  });
  useEffect(() => {
    if (latest) heading.current?.focus();
  }, [latest]);
  const change = (changes: Partial<EditedPlan>): void => setEdited({ ...edited, ...changes });
  const content = contentOf(edited, say.dropped);
  const save = (): void => {
    const body = { id, basedOnVersion: latest?.version ?? 0, ...content } as NewPlan;
    void making.mutateAsync({ params, body }).then(onSaved, () => undefined);
  };
  return (
    <section className={css.editor} aria-labelledby="plan-editor">
      <h2 id="plan-editor" ref={heading} tabIndex={-1}>
        {latest ? say.editing(String(latest.version + 1)) : say.make}
      </h2>
      <p>{say.makeHelp}</p>
      <Form className={css.wide} problem={making.error} onSend={save}>
        <MethodFields methods={edited.methods} onChange={(methods) => change({ methods })} />
        <ContextFields contexts={edited.contexts} nameOf={names.item} onChange={(contexts) => change({ contexts })} />
        <AdjustmentFields adjustments={edited.adjustments} onChange={(adjustments) => change({ adjustments })} />
        <PartFields coverage={coverage} parts={edited.parts} onChange={(parts) => change({ parts })} />
        <TextArea
          name="note"
          label={say.note}
          rows={3}
          value={edited.note}
          onChange={({ target }) => change({ note: target.value })}
          optional
        />
        {latest && (
          <Card>
            <h3>{say.whatChanges}</h3>
            <PlanChanges before={latest} after={content} names={names} none={say.nothingChanges} />
          </Card>
        )}
        <Actions>
          <Button type="submit" kind="primary" busy={making.isPending}>
            {say.save}
          </Button>
          {onCancel && <Button onClick={onCancel}>{say.cancel}</Button>}
        </Actions>
      </Form>
    </section>
  );
}
