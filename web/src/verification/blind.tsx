import { useMemo, useState } from 'react';
import { useAll } from '../api/use-all';
import { useApi } from '../api/use-api';
import { formLabels } from '../desk/labels';
import bench from '../desk/judging/bench.module.css';
import { Viewer } from '../desk/judging/viewer';
import { type Assessment } from '../desk/types';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Select } from '../ui/form';
import { Notice } from '../ui/notice';
import { Empty, Loaded, Page, Progress } from '../ui/page';
import { type BlindClaim, inOrder } from './blind-order';
import { BlindForm } from './blind-form';
import css from './verification.module.css';
import { verifierWords } from './words';

const path = '/api/assessments/{assessmentId}/blind-claims';

/**
 * Judging what the assessors judged, without knowing what they said: the evidence on one side, one claim after another
 * on the other. With the last of them the assessment is shown as to any verifier.
 */
export function Blind({ assessment }: { assessment: Assessment }) {
  const say = useWords(verifierWords);
  const { id: assessmentId, candidate, document } = assessment;
  const claims = useAll(path, { params: { assessmentId } });
  return (
    <Page title={say.blindTitle(candidate.name)} over={`${document.code} ${document.name}`}>
      <Notice tone="wait" title={say.blindWhy}>
        {say.blindHelp}
      </Notice>
      <Loaded of={claims}>
        {(rows) => (rows.length === 0 ? <Empty>{say.blindNone}</Empty> : <Bench of={assessmentId} rows={rows} />)}
      </Loaded>
    </Page>
  );
}

function Bench({ of: assessmentId, rows }: { of: string; rows: readonly BlindClaim[] }) {
  const say = useWords(verifierWords);
  const forms = useWords(formLabels);
  const { number } = useFormats();
  const claims = useMemo(() => inOrder(rows), [rows]);
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState('');
  const waiting = claims.filter(({ answer }) => !answer);
  const current = waiting.find(({ id }) => id === chosen) ?? waiting[0];
  // The next in order, not the first of all that wait.
  const next = current && waiting[waiting.indexOf(current) + 1];
  const evidence = useApi('/api/evidence/{id}', {
    params: { id: current?.evidence.id ?? '' },
    when: current !== undefined,
  });
  if (!current) return <p role="status">{say.blindDone}</p>;
  const answered = number(claims.length - waiting.length);
  return (
    <>
      <div className={css.progress}>
        <p>{say.answered(answered, number(claims.length))}</p>
        <Progress share={1 - waiting.length / claims.length} label={say.progress} />
      </div>
      <div className={bench.bench}>
        <Loaded of={evidence}>
          {(read) => <Viewer key={read.id} evidence={read} place={null} label="" mayCheck={false} />}
        </Loaded>
        <section className={bench.claims} aria-labelledby="blind-claim">
          <Select
            name="claim"
            label={say.chooseClaim}
            value={current.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {waiting.map(({ id, target, evidence: { number: n, title, form } }) => (
              <option key={id} value={id}>
                {say.claimOf(target.code, String(n), title, forms[form])}
              </option>
            ))}
          </Select>
          <p role="status" className={bench.said}>
            {said}
          </p>
          <BlindForm
            key={current.id}
            assessmentId={assessmentId}
            claim={current}
            onDone={(what) => {
              setSaid(what);
              setChosen(next?.id ?? '');
            }}
          />
        </section>
      </div>
    </>
  );
}
