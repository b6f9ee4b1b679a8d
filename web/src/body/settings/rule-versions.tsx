import { usePages } from '../../api/use-api';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Section } from '../../ui/page';
import { useBodyId } from '../frame';
import { More, Table } from '../table';
import { bodyWords } from '../words';
import { type Settings } from './rules';
import { settingsWords } from './words';

export const versionsPath = '/api/training-bodies/{bodyId}/rule-settings/versions';

type Values = Settings['settings'];
/** Told by name alone: their values are too long for a line. */
const long = new Set<keyof Values>(['privacyNotice', 'classScheme']);

/** Every version of the settings, and what each changed. */
export function RuleVersions() {
  const say = useWords(settingsWords);
  const common = useWords(bodyWords);
  const { instant, labelled, number } = useFormats();
  const versions = usePages(versionsPath, { params: { bodyId: useBodyId() } });
  // The last is version 0, the defaults: it is shown by what the first changed of them.
  const made = versions.data?.filter(({ version }) => version > 0) ?? [];
  if (made.length === 0) return null;
  const value = (one: Values[keyof Values]): string =>
    typeof one === 'number' ? number(one) : one === 'warns' || one === 'blocks' ? say[one] : '';
  const lineOf = (name: keyof Values, before: Values, after: Values): string =>
    long.has(name) ? say[name] : labelled(say[name], `${value(before[name])} → ${value(after[name])}`);
  return (
    <Section title={say.versions}>
      <Table label={say.versions} columns={[say.number, say.changes, common.reason, say.by, say.at]}>
        {made.map((one, i) => {
          const before = versions.data?.[i + 1]?.settings;
          return (
            <tr key={one.version}>
              <th scope="row">{number(one.version)}</th>
              <td>
                {one.version === 1 && say.fromDefaults}
                {before && (
                  <ul>
                    {changed(before, one.settings).map((name) => (
                      <li key={name}>{lineOf(name, before, one.settings)}</li>
                    ))}
                  </ul>
                )}
              </td>
              <td>{one.reason}</td>
              <td>{one.changedBy?.name}</td>
              <td>{one.changedAt && instant(one.changedAt)}</td>
            </tr>
          );
        })}
      </Table>
      <More of={{ ...versions, data: made }} />
    </Section>
  );
}

/** The names whose values differ. */
function changed(before: Values, after: Values): (keyof Values)[] {
  const names = Object.keys(after) as (keyof Values)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
