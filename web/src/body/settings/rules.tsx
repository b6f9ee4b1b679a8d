import { type Answer } from '../../api/client';
import { useApi, useSend } from '../../api/use-api';
import { Explain } from '../../help/explain';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { useHasRole } from '../../session/session';
import { Button, ButtonLink } from '../../ui/button';
import { Actions, Form, Select, textIn, TextArea, TextField } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Loaded } from '../../ui/page';
import { BodyPage, useBodyId } from '../frame';
import { Facts } from '../table';
import { bodyWords } from '../words';
import { RuleVersions, versionsPath } from './rule-versions';
import css from './settings.module.css';
import { settingsWords } from './words';

export const rulesPath = '/api/training-bodies/{bodyId}/rule-settings';
export type Settings = Answer<typeof rulesPath, 'get'>;

/** The numbers, as they belong together, each with the most it may be. */
const groups = [
  [
    'enough',
    [
      ['minimumMethods', 14],
      ['minimumClasses', 3],
      ['independentItems', 10],
      ['largestShareDivisor', 20],
      ['continuousDates', 12],
      ['currencyWindowMonths', 120],
    ],
  ],
  [
    'kept',
    [
      ['evidenceYears', 100],
      ['judgementYears', 100],
      ['certificateYears', 100],
    ],
  ],
  [
    'time',
    [
      ['appealDays', 365],
      ['invitationDays', 90],
    ],
  ],
] as const;
const numbers = groups.flatMap(([, fields]) => fields.map(([name]) => name));

/** Where the rules leave something to policy: what holds, its change with a reason, and every version before. */
export function Rules() {
  const say = useWords(settingsWords);
  const { number } = useFormats();
  const bodyId = useBodyId();
  const administers = useHasRole(['administrator'], bodyId);
  const settings = useApi(rulesPath, { params: { bodyId } });
  return (
    <BodyPage title={say.rules} actions={<ButtonLink to={`/bodies/${bodyId}/settings`}>{say.toSettings}</ButtonLink>}>
      <p>{say.rulesHelp}</p>
      <Explain what="settings" />
      <Loaded of={settings}>
        {(now) => (
          <>
            <p>{now.version > 0 ? say.version(number(now.version)) : say.defaults}</p>
            {administers ? (
              <ChangeRules now={now} />
            ) : (
              <Facts of={numbers.map((name) => [say[name], number(now.settings[name])])} />
            )}
          </>
        )}
      </Loaded>
      <RuleVersions />
    </BodyPage>
  );
}

function ChangeRules({ now }: { now: Settings }) {
  const say = useWords(settingsWords);
  const common = useWords(bodyWords);
  const bodyId = useBodyId();
  const change = useSend('put', rulesPath, { stale: [rulesPath, versionsPath] });
  const send = (data: FormData): void => {
    // What is left empty becomes the default again.
    const wanted = numbers.map((name) => [name, textIn(data, name) ? Number(textIn(data, name)) : null] as const);
    const privacyNotice = textIn(data, 'privacyNotice') ?? '';
    const body = {
      ...Object.fromEntries(wanted.filter(([name, value]) => value !== now.settings[name])),
      ...(privacyNotice !== now.settings.privacyNotice && { privacyNotice }),
      knowledgeAndSkills: data.get('knowledgeAndSkills') as 'warns' | 'blocks',
      reason: textIn(data, 'reason') ?? '',
    };
    change.mutate({ params: { bodyId }, headers: { 'If-Match': `"${now.version}"` }, body });
  };
  return (
    <Form key={now.version} problem={change.error} onSend={send} className={css.wide}>
      {change.isSuccess && <Notice tone="met" title={say.saved} />}
      <p>{say.emptyIsDefault}</p>
      {groups.map(([group, fields]) => (
        <fieldset key={group} className={css.group}>
          <legend>{say[group]}</legend>
          {fields.map(([name, most]) => (
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
        </fieldset>
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
