import { useState } from 'react';
import { Link } from 'wouter';
import { declarationTexts } from '../../../src/i18n/declaration';
import { useAll } from '../api/use-all';
import { useSend } from '../api/use-api';
import { formLabels } from '../desk/labels';
import { useFormats } from '../i18n/formats';
import { useLocale, useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { type Evidence } from '../uploads/upload-evidence';
import { Button, ButtonLink } from '../ui/button';
import { Actions, Choices, Form } from '../ui/form';
import { Notice } from '../ui/notice';
import { Empty, Loaded, Page } from '../ui/page';
import css from './candidate.module.css';
import { Closed, useIsClosed } from './closed';
import { declarationWords } from './declaration-words';
import { evidenceWords } from './evidence-words';
import { focusHeading } from './focus-heading';
import { evidencePaths } from './types';
import { candidateWords } from './words';

/** What the candidate made or handed in and has not declared as it now stands (rule A1). */
const isUndeclaredBy =
  (meId: string) =>
  ({ producedBy, submittedBy, withdrawnAt, declaredAt }: Evidence): boolean =>
    (producedBy === 'candidate' || submittedBy === meId) && !withdrawnAt && !declaredAt;

/** Where the candidate declares evidence, as it now stands, to be their own. */
export function Declaration({ id }: { id: string }) {
  const say = useWords(declarationWords);
  const { back } = useWords(candidateWords);
  const me = usePerson();
  const isClosed = useIsClosed(id);
  const evidence = useAll('/api/assessments/{assessmentId}/evidence', { params: { assessmentId: id } });
  const declare = useSend('post', '/api/assessments/{assessmentId}/declarations', { stale: evidencePaths });
  if (isClosed) return <Closed id={id} title={say.title} />;
  return (
    <Page title={say.title} over={<Link to={`/assessments/${id}`}>{back}</Link>} narrow>
      {declare.data && (
        <Notice tone="met" title={say.done(declare.data.length)}>
          <div>
            <ButtonLink to={`/assessments/${id}`}>{back}</ButtonLink>
          </div>
        </Notice>
      )}
      <Loaded of={evidence}>
        {(all) => {
          const items = all.filter(isUndeclaredBy(me.id));
          if (items.length === 0) return declare.data ? null : <Empty>{say.none}</Empty>;
          return <Declare key={items.map((one) => one.id).join()} {...{ items, assessmentId: id, declare }} />;
        }}
      </Loaded>
    </Page>
  );
}

function Declare({
  items,
  assessmentId,
  declare,
}: {
  items: readonly Evidence[];
  assessmentId: string;
  declare: ReturnType<typeof useSend<'/api/assessments/{assessmentId}/declarations', 'post'>>;
}) {
  const say = useWords(declarationWords);
  const kinds = useWords(evidenceWords);
  const forms = useWords(formLabels);
  const locale = useLocale();
  const { date } = useFormats();
  const [chosen, setChosen] = useState(items.filter(({ producedOn }) => producedOn).map(({ id }) => id));
  const undated = items.filter(({ producedOn }) => !producedOn);
  return (
    <Form
      problem={declare.error}
      onSend={() =>
        declare.mutate({ params: { assessmentId }, body: { itemIds: chosen } }, { onSuccess: focusHeading })
      }
    >
      <p>{say.lead}</p>
      {undated.length > 0 && (
        <Notice tone="wait" title={say.undated(undated.length)}>
          <p>{say.undatedHelp}</p>
          <ul>
            {undated.map(({ id, number, title }) => (
              <li key={id}>
                <Link to={`/assessments/${assessmentId}/evidence/${id}`}>
                  {number}. {title}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Choices
        many
        name="itemIds"
        label={say.which}
        value={chosen}
        onChoose={(id, on) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
        choices={items.map(({ id, number, title, form, producedOn }) => ({
          value: id,
          label: `${number}. ${title}`,
          hint: `${forms[form]} · ${producedOn ? kinds.produced(date(producedOn)) : kinds.producedUnknown}`,
        }))}
      />
      <blockquote className={css.oath}>{declarationTexts[locale].authenticity}</blockquote>
      <Actions>
        <Button type="submit" kind="primary" busy={declare.isPending} disabled={chosen.length === 0}>
          {say.declare(chosen.length)}
        </Button>
      </Actions>
    </Form>
  );
}
