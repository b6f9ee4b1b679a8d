import { useEffect, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { useAll } from '../api/use-all';
import { useApi, useSend } from '../api/use-api';
import { useWords } from '../i18n/words';
import { type Evidence } from '../uploads/upload-evidence';
import { Button, ButtonLink } from '../ui/button';
import { Actions, Choices, TextField } from '../ui/form';
import { ProblemNotice } from '../ui/notice';
import { Loaded, Section } from '../ui/page';
import { useMarking } from '../viewer/marking';
import { type Place } from '../viewer/place';
import { usePlaceText } from '../viewer/place-text';
import { evidenceWords } from './evidence-words';
import { focusDate } from './focus-date';
import { groupsOf } from './groups';
import css from './item.module.css';
import { MarkedPlace } from './marked-place';
import { unmappedOf } from './use-next-step';
import { type Coverage, evidencePaths } from './types';
import { candidateWords } from './words';

interface Mapped {
  item: Evidence;
  /** Its date is still to be filled in, and can be. */
  undated: boolean;
}

/** What the evidence shows, as far as the candidate knows: targets to tick beside it. */
export function Mapping({ item, undated }: Mapped) {
  const { id: itemId, assessmentId } = item;
  const say = useWords(evidenceWords);
  const coverage = useApi('/api/assessments/{id}/coverage', { params: { id: assessmentId } });
  const claims = useAll('/api/assessments/{assessmentId}/claims', { params: { assessmentId }, query: { itemId } });
  return (
    <Section title={say.map} id="mapping">
      <p>{say.mapHelp}</p>
      <Loaded of={coverage}>
        {(data) => (
          <Loaded of={claims}>
            {(all) => (
              <Ticks
                {...{ item, undated, coverage: data }}
                claims={all.filter((one) => one.itemId === itemId && !one.withdrawnAt)}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Section>
  );
}

interface Ticked extends Mapped {
  coverage: Coverage;
  claims: readonly { id: string; targetRef: string; place: Place | null }[];
}

function Ticks({ item, undated, coverage, claims }: Ticked) {
  const { id: itemId, assessmentId } = item;
  const say = useWords(evidenceWords);
  const words = useWords(candidateWords);
  const asked = new URLSearchParams(useSearch()).getAll('target');
  const [changed, setChanged] = useState<Record<string, boolean>>(() =>
    Object.fromEntries(asked.map((ref) => [ref, true])),
  );
  /** What was marked when a target was ticked. */
  const [places, setPlaces] = useState<Record<string, Place | undefined>>({});
  const mark = useMarking()?.mark ?? undefined;
  const textOf = usePlaceText(item.files);
  const [sought, setSought] = useState('');
  const [saved, setSaved] = useState<number | null>(null);
  const propose = useSend('post', '/api/assessments/{assessmentId}/claims', { stale: evidencePaths });
  const withdraw = useSend('post', '/api/claims/{id}/withdrawal', { stale: evidencePaths });
  const cellOf = (ref: string) => coverage.cells.find(({ target, item }) => target === ref && item === itemId);
  const isJudged = (ref: string): boolean => cellOf(ref)?.claims.some(({ state }) => state !== 'unjudged') ?? false;
  const isClaimed = (ref: string): boolean => claims.some(({ targetRef }) => targetRef === ref);
  const isTicked = (ref: string): boolean => isJudged(ref) || (changed[ref] ?? isClaimed(ref));
  const placeText = (ref: string): string | undefined => {
    const place = places[ref] ?? (isTicked(ref) && claims.find(({ targetRef }) => targetRef === ref)?.place);
    return place ? textOf(place) : undefined;
  };
  const ticked = coverage.targets.filter(({ ref }) => isTicked(ref));
  const found = coverage.targets.filter(({ code, text }) => `${code} ${text}`.toLowerCase().includes(sought));

  const save = async (): Promise<void> => {
    const added = ticked.filter(({ ref }) => !isClaimed(ref));
    const taken = claims.filter(({ targetRef }) => !isTicked(targetRef));
    for (const { id } of taken) await withdraw.mutateAsync({ params: { id } });
    if (added.length > 0) {
      const body = { claims: added.map(({ ref }) => ({ itemId, targetRef: ref, place: places[ref] })) };
      await propose.mutateAsync({ params: { assessmentId }, body: body });
    }
    setSaved(ticked.length);
    setChanged({});
    setPlaces({});
  };
  const bar = useRef<HTMLDivElement>(null);
  // The way on takes the place of the button that was pressed, and its focus.
  useEffect(() => {
    if (saved !== null) bar.current?.querySelector<HTMLElement>('a, button')?.focus();
  }, [saved]);
  const problem = propose.error ?? withdraw.error;
  return (
    <>
      <MarkedPlace files={item.files} />
      <TextField
        name="sought"
        type="search"
        label={say.filter}
        onChange={(event) => setSought(event.currentTarget.value.trim().toLowerCase())}
      />
      {groupsOf(coverage, found).map(({ key, heading, type, rows }) => (
        <Choices
          key={key}
          many
          name="targets"
          label={heading ? `${heading.code} ${heading.text}` : words[type]}
          value={rows.filter(({ ref }) => isTicked(ref)).map(({ ref }) => ref)}
          onChoose={(ref, on) => {
            setSaved(null);
            setChanged((before) => ({ ...before, [ref]: on }));
            setPlaces((before) => ({ ...before, [ref]: on ? mark : undefined }));
          }}
          choices={rows.map(({ ref, code, text }) => ({
            value: ref,
            label: `${code} ${text}`,
            hint: isJudged(ref) ? say.judged : placeText(ref),
          }))}
        />
      ))}
      {problem && <ProblemNotice problem={problem} />}
      <div ref={bar} className={css.bar}>
        <span role="status">{saved === null ? say.chosen(ticked.length) : say.saved(saved)}</span>
        <Actions>
          {saved === null ? (
            <Button
              kind="primary"
              busy={propose.isPending || withdraw.isPending}
              onClick={() => void save().catch(() => undefined)}
            >
              {say.save}
            </Button>
          ) : (
            <Onward {...{ item, undated, coverage }} />
          )}
        </Actions>
      </div>
    </>
  );
}

/**
 * The next item that says nothing of its use yet, or the declaration once all do. A missing date comes first: filled in
 * later, it would undo the declaration.
 */
function Onward({ item, undated, coverage }: Omit<Ticked, 'claims'>) {
  const say = useWords(evidenceWords);
  const at = `/assessments/${item.assessmentId}`;
  const next = unmappedOf(coverage).find(({ id }) => id !== item.id);
  const undeclared = coverage.items.some(({ state, faults }) => state === 'held' && faults.includes('undeclared'));
  const kind = undated ? undefined : 'primary';
  return (
    <>
      {undated && (
        <Button kind="primary" onClick={focusDate}>
          {say.fillDate}
        </Button>
      )}
      {next ? (
        <ButtonLink kind={kind} to={`${at}/evidence/${next.id}`}>
          {say.nextItem}
        </ButtonLink>
      ) : (
        <ButtonLink kind={kind} to={undeclared ? `${at}/declaration` : at}>
          {undeclared ? say.toDeclare : say.done}
        </ButtonLink>
      )}
    </>
  );
}
