import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { today } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { localTime } from '../i18n/zoned';
import { Button } from '../ui/button';
import { Actions, Choices, Form, textIn, TextField } from '../ui/form';
import { Notice } from '../ui/notice';
import { Card, Section } from '../ui/page';
import css from './field.module.css';
import { beginEntry } from './kept/entries';
import { type Entry } from './kept/entry';
import { type KeptDocument, type KeptSitting, type Taken } from './kept/taken';
import { ChooseSitting, sittingsLeft } from './sitting';
import { fieldWords } from './words';

const isOfToday = ({ startedAt }: KeptSitting): boolean => localTime(startedAt, 'Asia/Taipei').startsWith(today());

/** Before an observation: what is to be witnessed, and where one is. */
export function Begin({
  own,
  document,
  entries,
  again,
}: {
  own: Taken;
  document: KeptDocument;
  entries: readonly Entry[];
  again: boolean;
}) {
  const say = useWords(fieldWords);
  // Who comes from further down at another candidate finds the beginning of this one.
  useEffect(() => {
    window.scrollTo(0, 0); // answers with a promise in newer browsers
  }, []);
  const [failed, setFailed] = useState(false);
  const [form, setForm] = useState<Entry['form']>('observation');
  const sittings = sittingsLeft(own, entries);
  const [sitting, setSitting] = useState(sittings.find(isOfToday) ?? null);
  const watched = form === 'questioning' ? null : sitting;
  const begin = (data: FormData): void => {
    const { userId, assessmentId, candidateName } = own;
    const where = { place: textIn(data, 'place') ?? '', sitting: watched };
    beginEntry({ userId, assessmentId, candidateName, form, ...where }).catch(() => setFailed(true));
  };
  const items = new Map(document.items.map((item) => [item.ref, item]));
  return (
    <>
      <Card>
        <Form onSend={begin}>
          {failed && <Notice tone="gap" title={say.keepFailed} />}
          <Choices
            name="form"
            label={say.form}
            choices={[
              { value: 'observation', label: say.formObservation, hint: say.formObservationHint },
              { value: 'demonstration', label: say.formDemonstration, hint: say.formDemonstrationHint },
              { value: 'questioning', label: say.formQuestioning, hint: say.formQuestioningHint },
            ]}
            value={form}
            onChoose={(value) => setForm(value as typeof form)}
          />
          {form !== 'questioning' && sittings.length > 0 && (
            <ChooseSitting sittings={sittings} value={sitting} onChoose={setSitting} />
          )}
          <TextField
            key={watched?.id}
            name="place"
            label={say.place}
            defaultValue={watched?.place ?? own.workplace ?? ''}
            maxLength={500}
          />
          <Actions>
            <Button type="submit" kind="primary">
              {again ? say.another : say.begin}
            </Button>
          </Actions>
        </Form>
      </Card>
      <Unsigned own={own} entries={entries} />
      {own.targets.length > 0 && (
        <Section title={say.planned(own.targets.length)}>
          <ul className={css.reading}>
            {own.targets.map(({ ref, why }) => (
              <li key={ref}>
                <strong>{items.get(ref)?.code}</strong> {items.get(ref)?.text}
                {why.length > 0 && (
                  <details>
                    <summary>{say.why}</summary>
                    <p className={css.soft}>{why.join(' ')}</p>
                  </details>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {own.waiting.length > 0 && (
        <Notice title={say.waiting}>
          <ul>
            {[...new Set(own.waiting)].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** My records that are not signed: those on this device, and those made on another, of which it knows the title only. */
function Unsigned({ own: { assessmentId, unsigned }, entries }: { own: Taken; entries: readonly Entry[] }) {
  const say = useWords(fieldWords);
  const left = unsigned.filter(({ id }) => !entries.some((entry) => entry.id === id && entry.signedAt));
  const here = left.filter(({ id }) => entries.some((entry) => entry.id === id));
  const elsewhere = left.filter((one) => !here.includes(one));
  const named = (records: Taken['unsigned']): string =>
    records.map(({ number, title }) => `#${number} ${title}`).join('、');
  return (
    <>
      {here.length > 0 && (
        <Notice tone="wait" title={say.unsignedHere(named(here))}>
          <div>
            <Link to="/field#records">{say.records}</Link>
          </div>
        </Notice>
      )}
      {elsewhere.length > 0 && (
        <Notice tone="wait" title={say.unsignedElsewhere(named(elsewhere))}>
          <p>{say.unsignedElsewhereHelp}</p>
          <div>
            <Link to={`/assessments/${assessmentId}`}>{say.toAssessment}</Link>
          </div>
        </Notice>
      )}
    </>
  );
}
