import { type RefObject, useRef } from 'react';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { Ask } from '../ui/ask';
import { Button } from '../ui/button';
import { Actions } from '../ui/form';
import { Section } from '../ui/page';
import css from './field.module.css';
import { discardEntry, queueEntry } from './kept/entries';
import { type Entry, type Lack, lacksOf, notedIn, type Outcome, type Question } from './kept/entry';
import { photosOf } from './kept/photos';
import { useKept } from './use-kept';
import { sendNow } from './use-outbox';
import { fieldWords } from './words';

/** The end of an observation: signed and sent, or sent to be signed later. Only signing asks, as it cannot be undone. */
export function Finish({
  entry,
  adding,
  onQueued,
}: {
  entry: Entry;
  /** Photos are being written to the disk, and belong to it. */
  adding: boolean;
  onQueued: () => void;
}) {
  const say = useWords(fieldWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const lacks = lacksOf(entry);
  const photos = (useKept(['photos', entry.id], () => photosOf(entry.id)).data ?? []).filter(({ removed }) => !removed);
  const texts: Record<Lack, string> = {
    task: say.lackTask,
    place: say.lackPlace,
    outcomes: say.lackOutcomes,
    questions: say.lackQuestions,
  };
  const isEmpty = notedIn(entry) === 0 && photos.length === 0 && !entry.notes && !entry.task;
  const queue = async (sign: boolean): Promise<void> => {
    onQueued();
    await queueEntry(entry.id, sign);
    document.querySelector<HTMLElement>('h1')?.focus();
    await sendNow(entry.userId);
  };
  return (
    <Section id="finish" title={say.finish}>
      <p>{entry.sitting ? say.finishHelpSitting : say.finishHelp}</p>
      {lacks.length > 0 && (
        <ul className={css.lacks}>
          {lacks.map((lack) => (
            <li key={lack}>{texts[lack]}</li>
          ))}
        </ul>
      )}
      <Actions>
        <Button kind="primary" busy={adding || lacks.length > 0} onClick={() => dialog.current?.showModal()}>
          {say.signAndSend}
        </Button>
        <Button busy={adding} onClick={() => void queue(false)}>
          {say.sendUnsigned}
        </Button>
        {isEmpty && entry.revision === null && (
          <Button kind="plain" onClick={() => void discardEntry(entry.id)}>
            {say.discard}
          </Button>
        )}
      </Actions>
      <SignDialog dialog={dialog} entry={entry} photos={photos.length} onSign={() => void queue(true)} />
    </Section>
  );
}

function SignDialog({
  dialog,
  entry,
  photos,
  onSign,
}: {
  dialog: RefObject<HTMLDialogElement | null>;
  entry: Entry;
  photos: number;
  onSign: () => void;
}) {
  const say = useWords(fieldWords);
  const { name } = usePerson();
  const count = (outcome: Outcome): number =>
    Object.values(entry.outcomes).filter((one) => one.outcome === outcome).length;
  const answered = (outcome: Question['outcome']): number =>
    entry.questions?.filter((one) => one.outcome === outcome).length ?? 0;
  return (
    <Ask
      dialog={dialog}
      title={say.signTitle(entry.candidateName)}
      answer={say.sign}
      cancel={say.cancel}
      onAnswer={onSign}
    >
      <ul>
        {entry.form === 'questioning' ? (
          <li>{say.signQuestions(answered('satisfactory'), answered('not_satisfactory'), answered('not_asked'))}</li>
        ) : (
          <li>{say.signCounts(count('shown'), count('not_shown'), count('not_seen'))}</li>
        )}
        <li>{say.signPhotos(photos)}</li>
        <li>{say.signWho(name)}</li>
        {entry.sitting && <li>{say.signSitting}</li>}
      </ul>
      <p>{say.signText}</p>
    </Ask>
  );
}
