import { useRef, useState } from 'react';
import { newId } from '../../api/new-id';
import { useSend } from '../../api/use-api';
import { Ask } from '../../ui/ask';
import { fieldWords } from '../../field/words';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Actions, Form, TextArea } from '../../ui/form';
import { ChooseOutcome } from './choose-outcome';
import css from './records.module.css';
import { SideBySide } from './side-by-side';
import { afterRecord } from './stale';
import { type Outcome, outcomes } from './tones';
import { type Around, type Sitting } from './types';
import { recordWords } from './words';

type Target = Sitting['targets'][number];
type Concluded = Readonly<Record<string, { outcome: Outcome | ''; reason: string }>>;

/** What all agree on is proposed; what they differ in is left for the lead assessor to say, with the reason. */
const proposed = (targets: readonly Target[]): Concluded =>
  Object.fromEntries(
    targets.map(({ ref, differs, outcomes: seen }) => {
      return [ref, { outcome: differs ? '' : seen[0]!.outcome, reason: '' }];
    }),
  );

/** The one conclusion of a sitting, drawn by the lead assessor from what is side by side. */
export function Conclude({ around, sitting }: { around: Around; sitting: Sitting }) {
  const say = useWords(recordWords);
  const field = useWords(fieldWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const [id] = useState(newId);
  const [concluded, setConcluded] = useState<Concluded>(() => proposed(sitting.targets));
  const [notes, setNotes] = useState('');
  const concluding = useSend('post', '/api/sittings/{id}/conclusion', { stale: afterRecord });
  const names: Record<Outcome, string> = { shown: field.shown, not_shown: field.notShown, not_seen: field.notSeen };
  const set = (ref: string, part: Partial<Concluded[string]>): void =>
    setConcluded((all) => ({ ...all, [ref]: { ...all[ref]!, ...part } }));
  const open = sitting.targets.filter(({ ref }) => !concluded[ref]?.outcome);
  const send = (): void =>
    concluding.mutate({
      params: { id: sitting.id },
      body: {
        id,
        seenSha256: sitting.recordsSha256,
        notes,
        outcomes: sitting.targets.map(({ ref }) => {
          const { outcome, reason } = concluded[ref]!;
          return { ref, outcome: outcome as Outcome, ...(reason.trim() && { reason }) };
        }),
      },
    });
  return (
    <Form problem={concluding.error} onSend={() => dialog.current?.showModal()} className={css.form}>
      <p>{say.concludeHelp}</p>
      <SideBySide coverage={around.coverage} sitting={sitting}>
        {({ ref, differs, outcomes: seen }, index) => {
          const { outcome, reason } = concluded[ref]!;
          const isAgainstAll = outcome !== '' && seen.every((one) => one.outcome !== outcome);
          // What nobody saw shown cannot be concluded to be shown.
          const possible = outcomes.filter((one) => one !== 'shown' || seen.some((each) => each.outcome === 'shown'));
          return (
            <div className={css.conclusion}>
              <ChooseOutcome
                name={`outcomes.${index}.outcome`}
                label={
                  <>
                    {say.conclusion} <span className="unseen">{ref}</span>
                  </>
                }
                value={outcome}
                choices={possible.map((one) => [one, names[one]] as const)}
                onChoose={(value) => set(ref, { outcome: value as Outcome })}
              />
              {(differs || isAgainstAll) && (
                <TextArea
                  name={`outcomes.${index}.reason`}
                  label={say.conclusionReason}
                  rows={2}
                  maxLength={2000}
                  value={reason}
                  onChange={(event) => set(ref, { reason: event.currentTarget.value })}
                />
              )}
            </div>
          );
        }}
      </SideBySide>
      <TextArea
        name="notes"
        label={say.conclusionNotes}
        rows={3}
        maxLength={20_000}
        optional
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      {open.length > 0 && <p className={css.soft}>{say.stillOpen(open.length)}</p>}
      <Actions>
        <Button type="submit" kind="primary" busy={concluding.isPending || open.length > 0}>
          {say.conclude}
        </Button>
      </Actions>
      <Ask dialog={dialog} title={say.concludeTitle} answer={say.conclude} cancel={say.cancel} onAnswer={send}>
        <p>{say.concludeText}</p>
      </Ask>
    </Form>
  );
}
