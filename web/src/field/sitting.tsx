import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Choices, Select } from '../ui/form';
import { Notice } from '../ui/notice';
import { type Entry } from './kept/entry';
import { type KeptSitting, type Taken } from './kept/taken';
import { fieldWords } from './words';

interface Choosing {
  sittings: readonly KeptSitting[];
  value: KeptSitting | null;
  onChoose: (sitting: KeptSitting | null) => void;
}

/** The occasions that a record of this candidate can belong to: each observer has one record there. */
export function sittingsLeft({ sittings = [] }: Taken, others: readonly Entry[]): KeptSitting[] {
  return sittings.filter(({ id }) => !others.some(({ sitting }) => sitting?.id === id));
}

function useChoices({ sittings, value, onChoose }: Choosing) {
  const say = useWords(fieldWords);
  const { instant } = useFormats();
  const shown = value && !sittings.some(({ id }) => id === value.id) ? [...sittings, value] : sittings;
  return {
    choices: [
      { value: '', label: say.onlyMe },
      ...shown.map(({ id, place, startedAt, note }) => ({
        value: id,
        label: say.withOthers(place, instant(startedAt)),
        hint: note,
      })),
    ],
    choose: (id: string): void => onChoose(shown.find((one) => one.id === id) ?? null),
  };
}

/** Whether one watches alone, asked before it begins. */
export function ChooseSitting(choosing: Choosing) {
  const say = useWords(fieldWords);
  const { choices, choose } = useChoices(choosing);
  return (
    <Choices
      name="sitting"
      label={say.together}
      hint={say.togetherHint}
      choices={choices}
      value={choosing.value?.id ?? ''}
      onChoose={choose}
    />
  );
}

/** The same among the details of what was begun. */
export function SelectSitting(choosing: Choosing) {
  const say = useWords(fieldWords);
  const { choices, choose } = useChoices(choosing);
  return (
    <Select
      name="sitting"
      label={say.together}
      hint={say.togetherHint}
      value={choosing.value?.id ?? ''}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
}

/** That a record is one of several of the same occasion, and what of that is not to be had here. */
export function SittingNotice({ sitting: { place, startedAt, note } }: { sitting: KeptSitting }) {
  const say = useWords(fieldWords);
  const { instant } = useFormats();
  return (
    <Notice title={say.partOfSitting(place, instant(startedAt))}>
      {note && <p>{note}</p>}
      <p>{say.partOfSittingHelp}</p>
    </Notice>
  );
}
