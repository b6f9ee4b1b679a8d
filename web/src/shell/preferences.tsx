import { type Locale, useLocale, useWords } from '../i18n/words';
import { SmallSelect } from '../ui/small-select';
import css from './shell.module.css';
import { useChooseLocale } from './locale';
import { type Theme, useTheme } from './theme';
import { shellWords } from './words';

/** Language and theme of this device. The place on the page and what was entered stay. */
export function Preferences({ onLocale }: { onLocale?: (locale: Locale) => void }) {
  const say = useWords(shellWords);
  const locale = useLocale();
  const chooseLocale = useChooseLocale();
  const [theme, setTheme] = useTheme();
  const choose = (next: Locale): void => {
    chooseLocale(next);
    onLocale?.(next);
  };
  return (
    <div className={css.preferences}>
      <label>
        <span className="unseen">{say.language}</span>
        <SmallSelect value={locale} onChange={(event) => choose(event.currentTarget.value as Locale)}>
          <option value="zh-TW" lang="zh-Hant-TW">
            繁體中文
          </option>
          <option value="en" lang="en">
            English
          </option>
        </SmallSelect>
      </label>
      <label>
        <span className="unseen">{say.theme}</span>
        <SmallSelect value={theme} onChange={(event) => setTheme(event.currentTarget.value as Theme)}>
          <option value="auto">{say.themeAuto}</option>
          <option value="light">{say.themeLight}</option>
          <option value="dark">{say.themeDark}</option>
        </SmallSelect>
      </label>
    </div>
  );
}
