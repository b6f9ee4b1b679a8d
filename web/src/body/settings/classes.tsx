import { useApi, useSend } from '../../api/use-api';
import { classLabels, formLabels, makerLabels } from '../../desk/labels';
import { Explain } from '../../help/explain';
import { useWords } from '../../i18n/words';
import { useHasRole } from '../../session/session';
import { Button, ButtonLink } from '../../ui/button';
import { Actions, Form, textIn, TextField } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Loaded } from '../../ui/page';
import { SmallSelect } from '../../ui/small-select';
import { BodyPage, useBodyId } from '../frame';
import { Table } from '../table';
import { bodyWords } from '../words';
import { classesWords } from './classes-words';
import { versionsPath } from './rule-versions';
import { rulesPath, type Settings } from './rules';
import css from './settings.module.css';
import { settingsWords } from './words';

const classes = ['direct', 'indirect', 'supplementary'] as const;
const makers = ['candidate', 'assessor', 'third_party', 'organisation'] as const;
const forms = [
  'observation',
  'questioning',
  'demonstration',
  'document',
  'image',
  'audio',
  'video',
  'spreadsheet',
  'archive',
  'link',
  'text',
  'third_party_report',
] as const;
type Scheme = Record<string, Record<string, (typeof classes)[number]>>;

/** Which evidence counts as direct, indirect or supplementary: by its form and who made it. */
export function Classes() {
  const say = useWords(settingsWords);
  const words = useWords(classesWords);
  const bodyId = useBodyId();
  const settings = useApi(rulesPath, { params: { bodyId } });
  return (
    <BodyPage title={say.classes} actions={<ButtonLink to={`/bodies/${bodyId}/settings`}>{say.toSettings}</ButtonLink>}>
      <p>{words.lead}</p>
      <Explain what="classes" />
      <Loaded of={settings}>{(now) => <ChangeClasses now={now} />}</Loaded>
    </BodyPage>
  );
}

function ChangeClasses({ now }: { now: Settings }) {
  const say = useWords(settingsWords);
  const common = useWords(bodyWords);
  const words = useWords(classesWords);
  const ofForm = useWords(formLabels);
  const ofMaker = useWords(makerLabels);
  const ofClass = useWords(classLabels);
  const bodyId = useBodyId();
  const administers = useHasRole(['administrator'], bodyId);
  const scheme = now.settings.classScheme;
  const change = useSend('put', rulesPath, { stale: [rulesPath, versionsPath] });
  const send = (data: FormData): void => {
    const rows = forms.map((form) => [form, rowIn(data, form)] as const);
    const classScheme: Scheme | null = data.has('default') ? null : Object.fromEntries(rows);
    const body = { classScheme, reason: textIn(data, 'reason') ?? '' };
    change.mutate({ params: { bodyId }, headers: { 'If-Match': `"${now.version}"` }, body });
  };
  return (
    <Form key={now.version} problem={change.error} onSend={send} className={css.wide}>
      {change.isSuccess && <Notice tone="met" title={say.saved} />}
      <div className={css.classes} data-field="classScheme" tabIndex={-1}>
        <Table dense label={say.classes} columns={[words.form, ...makers.map((maker) => ofMaker[maker])]}>
          {forms.map((form) => (
            <tr key={form}>
              <th scope="row">{ofForm[form]}</th>
              {makers.map((maker) => (
                <td key={maker}>
                  {administers ? (
                    <SmallSelect
                      name={`${form} ${maker}`}
                      aria-label={words.classOf(ofForm[form], ofMaker[maker])}
                      data-now={scheme[form]?.[maker]}
                      defaultValue={scheme[form]?.[maker]}
                    >
                      {classes.map((one) => (
                        <option key={one} value={one}>
                          {ofClass[one]}
                        </option>
                      ))}
                    </SmallSelect>
                  ) : (
                    ofClass[scheme[form]?.[maker] ?? 'supplementary']
                  )}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      </div>
      {administers && (
        <>
          <TextField name="reason" label={common.reason} hint={say.reasonHint} />
          <Actions>
            <Button type="submit" kind="primary" busy={change.isPending}>
              {say.save}
            </Button>
            <Button type="submit" name="default" value="yes" busy={change.isPending}>
              {words.reset}
            </Button>
          </Actions>
        </>
      )}
    </Form>
  );
}

const rowIn = (data: FormData, form: string): Scheme[string] =>
  Object.fromEntries(makers.map((maker) => [maker, data.get(`${form} ${maker}`) as (typeof classes)[number]]));
