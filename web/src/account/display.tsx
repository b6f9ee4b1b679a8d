import { useState } from 'react';
import { useSend } from '../api/use-api';
import { chooseTimeZone, timeZone } from '../i18n/formats';
import { type Locale, useLocale, useWords } from '../i18n/words';
import { useChooseLocale } from '../shell/locale';
import { type Theme, useTheme } from '../shell/theme';
import { shellWords } from '../shell/words';
import { Select } from '../ui/form';
import { ProblemNotice } from '../ui/notice';
import css from './account.module.css';
import { accountWords } from './words';

/** Taiwan first, then the zone of the device, then all. */
const zones = [...new Set(['Asia/Taipei', timeZone(), ...Intl.supportedValuesOf('timeZone')])];

/** Language, which goes with the person; time zone and theme, which stay on the device. Each is kept as it is chosen. */
export function Display() {
  const say = useWords(accountWords);
  const shell = useWords(shellWords);
  const locale = useLocale();
  const chooseLocale = useChooseLocale();
  const [zone, setZone] = useState(timeZone);
  const [theme, setTheme] = useTheme();
  const [isSaved, setSaved] = useState(false);
  const keep = useSend('patch', '/api/me', { stale: ['/api/me'] });
  return (
    <>
      <Select
        name="locale"
        label={say.language}
        hint={say.languageHint}
        value={locale}
        onChange={(event) => {
          const next = event.currentTarget.value as Locale;
          chooseLocale(next);
          keep.mutate({ body: { locale: next } }, { onSuccess: () => setSaved(true) });
        }}
      >
        <option value="zh-TW" lang="zh-Hant-TW">
          繁體中文
        </option>
        <option value="en" lang="en">
          English
        </option>
      </Select>
      <Select
        name="zone"
        label={say.zone}
        hint={say.zoneHint}
        value={zone}
        onChange={(event) => {
          chooseTimeZone(event.currentTarget.value);
          setZone(event.currentTarget.value);
          setSaved(true);
        }}
      >
        {zones.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
      <Select
        name="theme"
        label={say.theme}
        value={theme}
        onChange={(event) => {
          setTheme(event.currentTarget.value as Theme);
          setSaved(true);
        }}
      >
        <option value="auto">{shell.themeAuto}</option>
        <option value="light">{shell.themeLight}</option>
        <option value="dark">{shell.themeDark}</option>
      </Select>
      {keep.error && <ProblemNotice problem={keep.error} />}
      <p role="status" className={css.soft}>
        {isSaved && !keep.error && say.saved}
      </p>
    </>
  );
}
