import { useState } from 'react';
import { useWords } from '../i18n/words';
import { Checkbox, Choices, TextArea, textIn } from '../ui/form';
import { Section } from '../ui/page';
import { evidenceWords } from './evidence-words';
import { handInWords } from './hand-in-words';

/** What was said of how it came about, as the API names it. */
export function circumstancesIn(data: FormData): Record<string, string | undefined> {
  const isOn = (name: string): string | undefined => (data.get(name) === 'on' ? 'true' : undefined);
  return {
    producedBy: textIn(data, 'producedBy'),
    groupWork: isOn('groupWork'),
    candidatePart: textIn(data, 'candidatePart'),
    copy: isOn('copy'),
    othersData: isOn('othersData'),
    othersDataReason: textIn(data, 'othersDataReason'),
  };
}

/** Who made it and what an assessor has to know of it, once for all that is handed in together. */
export function Circumstances() {
  const say = useWords(handInWords);
  return (
    <Section title={say.circumstances}>
      <Choices
        name="producedBy"
        label={say.madeBy}
        choices={[
          { value: 'candidate', label: say.me, checked: true },
          { value: 'organisation', label: say.organisation },
          { value: 'third_party', label: say.somebodyElse },
        ]}
      />
      <CircumstanceBoxes />
    </Section>
  );
}

interface Before {
  groupWork: boolean;
  candidatePart: string | null;
  copy: boolean;
  othersData: boolean;
  othersDataReason: string | null;
}

/** The boxes to tick, each asking for its words once it is. */
export function CircumstanceBoxes({ before }: { before?: Before }) {
  const say = useWords(evidenceWords);
  const [isGroup, setGroup] = useState(before?.groupWork ?? false);
  const [holdsOthers, setOthers] = useState(before?.othersData ?? false);
  return (
    <>
      <Checkbox
        name="groupWork"
        label={say.groupWork}
        checked={isGroup}
        onChange={(event) => setGroup(event.currentTarget.checked)}
      />
      {isGroup && (
        <TextArea name="candidatePart" label={say.candidatePart} defaultValue={before?.candidatePart ?? ''} rows={3} />
      )}
      <Checkbox name="copy" label={say.copy} defaultChecked={before?.copy} />
      <Checkbox
        name="othersData"
        label={say.othersData}
        hint={say.othersDataHint}
        checked={holdsOthers}
        onChange={(event) => setOthers(event.currentTarget.checked)}
      />
      {holdsOthers && (
        <TextArea
          name="othersDataReason"
          label={say.othersDataReason}
          defaultValue={before?.othersDataReason ?? ''}
          optional
          rows={3}
        />
      )}
    </>
  );
}
