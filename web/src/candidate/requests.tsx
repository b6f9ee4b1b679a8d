import { useState } from 'react';
import { useApi, useSend } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { ButtonLink, Button } from '../ui/button';
import { Actions, Form, Select, textIn } from '../ui/form';
import { Notice } from '../ui/notice';
import { Badge, Card, Section } from '../ui/page';
import css from './candidate.module.css';
import { handedIn } from './use-next-step';
import { requestWords } from './request-words';
import { type Coverage, evidencePaths, type EvidenceRequest } from './types';

/** What the assessors asked for, and the way to answer it; nothing where nothing was asked. */
export function Requests({ assessmentId, coverage }: { assessmentId: string; coverage: Coverage }) {
  const say = useWords(requestWords);
  const path = '/api/assessments/{assessmentId}/requests';
  const requests = useApi(path, { params: { assessmentId }, query: { limit: 200 } });
  const shown = requests.data?.items.filter(({ state }) => state !== 'withdrawn') ?? [];
  if (shown.length === 0) return null;
  return (
    <div id="requests">
      <Section title={say.title}>
        {shown.map((request) => (
          <Card key={request.id}>
            <Asked {...{ assessmentId, coverage, request }} />
          </Card>
        ))}
      </Section>
    </div>
  );
}

interface Shown {
  assessmentId: string;
  coverage: Coverage;
  request: EvidenceRequest;
}

function Asked({ assessmentId, coverage, request }: Shown) {
  const say = useWords(requestWords);
  const { date } = useFormats();
  const isOpen = request.state === 'open' || request.state === 'overdue';
  const targets = coverage.targets.filter(({ ref }) => request.targetRefs.includes(ref));
  return (
    <>
      <div className={css.rule}>
        <h3>{say.from(request.requestedBy.name)}</h3>
        <Badge tone={{ open: 'wait', overdue: 'gap', answered: 'met', withdrawn: undefined }[request.state] as 'wait'}>
          {say[request.state]}
        </Badge>
      </div>
      <p className={css.words}>{request.text}</p>
      <ul className={css.plain}>
        {targets.map(({ ref, code, text }) => (
          <li key={ref} className={css.soft}>
            {code} {text}
          </li>
        ))}
      </ul>
      <p>{say.due(date(request.dueOn))}</p>
      {request.answers.map(({ itemId, number, title, withdrawn }) => (
        <p key={itemId}>{withdrawn ? say.takenBack(number, title) : say.answeredWith(number, title)}</p>
      ))}
      {isOpen && <Answer {...{ assessmentId, coverage, request }} />}
    </>
  );
}

function Answer({ assessmentId, coverage, request }: Shown) {
  const say = useWords(requestWords);
  const send = useSend('post', '/api/requests/{id}/answers', { stale: evidencePaths });
  const [isOpen, setOpen] = useState(false);
  const own = handedIn(coverage);
  const target = request.targetRefs.map((ref) => `target=${encodeURIComponent(ref)}`).join('&');
  return (
    <>
      <Actions>
        <ButtonLink kind="primary" to={`/assessments/${assessmentId}/hand-in?request=${request.id}&${target}`}>
          {say.handInNew}
        </ButtonLink>
        {own.length > 0 && (
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {say.useOld}
          </Button>
        )}
      </Actions>
      {send.isSuccess && <Notice tone="met" title={say.done} />}
      {isOpen && (
        <Form
          problem={send.error}
          onSend={(data) => {
            const itemId = textIn(data, 'itemId');
            if (itemId) send.mutate({ params: { id: request.id }, body: { itemId } });
          }}
        >
          <Select name="itemId" label={say.which}>
            {own.map(({ id, number, title }) => (
              <option key={id} value={id}>
                {number}. {title}
              </option>
            ))}
          </Select>
          <Actions>
            <Button type="submit" busy={send.isPending}>
              {say.answer}
            </Button>
          </Actions>
        </Form>
      )}
    </>
  );
}
