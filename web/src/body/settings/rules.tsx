import { type Answer } from '../../api/client';
import { useApi, usePages, useSend } from '../../api/use-api';
import { Explain } from '../../help/explain';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { useHasRole } from '../../session/session';
import { Button } from '../../ui/button';
import { Actions, Form, Select, textIn, TextArea, TextField } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Loaded, Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { Facts, More, Table } from '../table';
import { bodyWords } from '../words';
import { settingsWords } from './words';

const path = '/api/training-bodies/{bodyId}/rule-settings';
const versionsPath = '/api/training-bodies/{bodyId}/rule-settings/versions';
type Settings = Answer<typeof path, 'get'>;

const numbers = [
  ['currencyWindowMonths', 120],
  ['minimumMethods', 14],
  ['minimumClasses', 3],
  ['independentItems', 10],
  ['largestShareDivisor', 20],
  ['continuousDates', 12],
  ['appealDays', 365],
  ['evidenceYears', 100],
  ['judgementYears', 100],
  ['certificateYears', 100],
  ['invitationDays', 90],
] as const;

/** Where the rules leave something to policy: what holds, its change with a reason, and every version before. */
export function Rules() {
  const say = useWords(settingsWords);
  const { number } = useFormats();
  const bodyId = useBodyId();
  const administers = useHasRole(['administrator'], bodyId);
  const settings = useApi(path, { params: { bodyId } });
  return (
    <Section title={say.rules}>
      <p>{say.rulesHelp}</p>
      <Explain what="settings" />
      <Explain what="classes" />
      <Loaded of={settings}>
        {(now) => (
          <>
            <p>{now.version > 0 ? say.version(number(now.version)) : say.defaults}</p>
            {administers ? (
              <ChangeRules now={now} />
            ) : (
              <Facts of={numbers.map(([name]) => [say[name], number(now.settings[name])])} />
            )}
          </>
        )}
      </Loaded>
      <Versions />
    </Section>
  );
}

function ChangeRules({ now }: { now: Settings }) {
  const say = useWords(settingsWords);
  const common = useWords(bodyWords);
  const bodyId = useBodyId();
  const change = useSend('put', path, { stale: [path, versionsPath] });
  const send = (data: FormData): void => {
    const changed = numbers
      .map(([name]) => [name, Number(textIn(data, name) ?? NaN)] as const)
      .filter(([name, value]) => value !== now.settings[name]);
    const privacyNotice = textIn(data, 'privacyNotice') ?? '';
    const body = {
      ...(Object.fromEntries(changed) as Partial<Record<(typeof numbers)[number][0], number>>),
      ...(privacyNotice !== now.settings.privacyNotice && { privacyNotice }),
      knowledgeAndSkills: data.get('knowledgeAndSkills') as 'warns' | 'blocks',
      reason: textIn(data, 'reason') ?? '',
    };
    change.mutate({ params: { bodyId }, headers: { 'If-Match': `"${now.version}"` }, body });
  };
  return (
    <Form key={now.version} problem={change.error} onSend={send}>
      {change.isSuccess && <Notice tone="met" title={say.saved} />}
      {numbers.map(([name, most]) => (
        <TextField
          key={name}
          name={name}
          label={say[name]}
          hint={name === 'currencyWindowMonths' ? say.currencyWindowMonthsHint : undefined}
          type="number"
          min={1}
          max={most}
          defaultValue={now.settings[name]}
        />
      ))}
      <Select name="knowledgeAndSkills" label={say.knowledgeAndSkills} defaultValue={now.settings.knowledgeAndSkills}>
        <option value="warns">{say.warns}</option>
        <option value="blocks">{say.blocks}</option>
      </Select>
      <TextArea
        name="privacyNotice"
        label={say.privacyNotice}
        hint={say.privacyNoticeHint}
        defaultValue={now.settings.privacyNotice}
      />
      <TextField name="reason" label={common.reason} hint={say.reasonHint} />
      <Actions>
        <Button type="submit" kind="primary" busy={change.isPending}>
          {say.save}
        </Button>
      </Actions>
    </Form>
  );
}

function Versions() {
  const say = useWords(settingsWords);
  const common = useWords(bodyWords);
  const { instant, number } = useFormats();
  const versions = usePages(versionsPath, { params: { bodyId: useBodyId() } });
  if (!versions.data?.some(({ version }) => version > 0)) return null;
  return (
    <>
      <h3>{say.versions}</h3>
      <Table dense label={say.versions} columns={[say.number, common.reason, say.by, say.at]}>
        {versions.data.map((one) => (
          <tr key={one.version}>
            <th scope="row">{number(one.version)}</th>
            <td>{one.reason}</td>
            <td>{one.changedBy?.name}</td>
            <td>{one.changedAt && instant(one.changedAt)}</td>
          </tr>
        ))}
      </Table>
      <More of={versions} />
    </>
  );
}
