import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { call, Problem } from '../api/client';
import { useApi } from '../api/use-api';
import { useWords } from '../i18n/words';
import { Unfinished } from '../uploads/unfinished';
import { isOnItsWay, type Said, useUploads, type Upload } from '../uploads/use-uploads';
import { Button, ButtonLink } from '../ui/button';
import { Actions, FieldProblems } from '../ui/form';
import { Notice, ProblemNotice } from '../ui/notice';
import { Page, Section } from '../ui/page';
import { ChooseFiles } from './choose-files';
import { Circumstances, circumstancesIn } from './circumstances';
import { Closed, useIsClosed } from './closed';
import css from './hand-in.module.css';
import { type HandInActs, HandInRow } from './hand-in-row';
import { handInWords } from './hand-in-words';
import { HowMany } from './how-many';
import { evidencePaths } from './types';
import { inRow } from './upload-problems';
import { candidateWords } from './words';
import { WriteDown } from './write-down';

/** Where the candidate hands in evidence: files, many at once, or words and links. */
export function HandIn({ id }: { id: string }) {
  const say = useWords(handInWords);
  const { back } = useWords(candidateWords);
  const isClosed = useIsClosed(id);
  const search = new URLSearchParams(useSearch());
  const asked = search.getAll('target');
  const requestId = search.get('request');
  const coverage = useApi('/api/assessments/{id}/coverage', { params: { id }, when: asked.length > 0 });
  const targets = coverage.data?.targets.filter(({ ref }) => asked.includes(ref)) ?? [];
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [answering, setAnswering] = useState<Problem | null>(null);
  const [written, setWritten] = useState<{ id: string; title: string }[]>([]);
  const { uploads, isBusy, isOne, isRead, choose, join, say: tell, drop, stop, send, read } = useUploads(id);
  const open = uploads.filter(({ state }) => state !== 'received');
  const received = [...uploads.flatMap(({ evidence }) => evidence ?? []), ...written];
  const onward = useRef<HTMLDivElement>(null);
  const isDone = received.length > 0 && open.length === 0;
  // The way on takes the focus of the button that is gone.
  useEffect(() => {
    if (isDone) onward.current?.querySelector('a')?.focus();
  }, [isDone]);
  const forget = (): void => {
    for (const path of evidencePaths) void queries.invalidateQueries({ queryKey: [path] });
  };
  const answer = async (itemId: string, request: string | null): Promise<void> => {
    if (!request) return;
    await call('post', '/api/requests/{id}/answers', { params: { id: request }, body: { itemId } })
      .then(() => setAnswering(null))
      .catch((error: unknown) => error instanceof Problem && setAnswering(error));
  };
  const start = async (chosen: readonly Upload[]): Promise<void> => {
    if (chosen.length === 0) return;
    const fields = form.current ? circumstancesIn(new FormData(form.current)) : {};
    const saidOf = ({ before }: Upload): Said => before ?? { fields, requestId };
    await send(chosen, saidOf, (evidence, said) => answer(evidence.id, said.requestId));
    forget();
  };
  // What was under way when the page was closed goes on by itself.
  useEffect(() => {
    void read().then(start);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page is opened
  }, []);
  const acts = useRef<HandInActs>({ say: tell, drop, stop, start });
  useEffect(() => {
    acts.current = { say: tell, drop, stop, start };
  });
  if (isClosed) return <Closed id={id} title={say.title} />;
  const query = search.size > 0 ? `?${search.toString()}` : '';
  return (
    <Page title={say.title} over={<Link to={`/assessments/${id}`}>{back}</Link>} narrow>
      {targets.length > 0 && (
        <Notice title={say.forTargets}>
          <ul>
            {targets.map(({ ref, code, text }) => (
              <li key={ref}>
                {code} {text}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {uploads.some(({ before, state }) => before && state !== 'received') && <Notice title={say.goesOn} />}
      {isRead && <Unfinished assessmentId={id} chosen={uploads.flatMap(({ files }) => files)} />}
      <ChooseFiles lead={say.lead} onChoose={choose} />
      {uploads.length > 0 && (
        <form ref={form} className={css.form} onSubmit={(event) => event.preventDefault()}>
          <FieldProblems of={uploads.flatMap((one) => (one.state === 'failed' && inRow(one)?.errors) || [])}>
            <HowMany {...{ uploads, isOne }} onJoin={join} onSay={tell} />
            <Section title={say.chosen(uploads.length)}>
              <ul className={css.list}>
                {uploads.map((one) => (
                  <li key={one.id}>
                    <HandInRow upload={one} acts={acts} />
                  </li>
                ))}
              </ul>
            </Section>
            {open.some(({ before }) => !before) && <Circumstances />}
            {open.length > 0 && (
              <Actions>
                <Button kind="primary" busy={isBusy} onClick={() => void start(open.filter((one) => !isOnItsWay(one)))}>
                  {isBusy ? say.sending : say.send(open.length)}
                </Button>
              </Actions>
            )}
          </FieldProblems>
        </form>
      )}
      {answering && <ProblemNotice problem={answering} />}
      {received.length > 0 && !isBusy && (
        <Notice tone="met" title={say.received(received.length)}>
          {requestId && !answering && <p>{say.answered}</p>}
          <div ref={onward}>
            <ButtonLink kind="primary" to={`/assessments/${id}/evidence/${received[0]!.id}${query}`}>
              {say.next}
            </ButtonLink>
          </div>
        </Notice>
      )}
      {uploads.length === 0 && (
        <WriteDown
          assessmentId={id}
          onDone={(item) => {
            setWritten((all) => [...all, item]);
            void answer(item.id, requestId).then(forget);
          }}
        />
      )}
    </Page>
  );
}
