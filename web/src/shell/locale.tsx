import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { speakAs } from '../api/client';
import { type Locale, LocaleContext, locales } from '../i18n/words';

const key = 'touchstone.locale';
const ChooseContext = createContext<(locale: Locale) => void>(() => undefined);

/** Changes the language of the page, at once and where one is. */
export function useChooseLocale(): (locale: Locale) => void {
  return useContext(ChooseContext);
}

function initial(): Locale {
  const kept = localStorage.getItem(key);
  if (locales.includes(kept as Locale)) return kept as Locale;
  return navigator.languages.some((one) => /^zh/i.test(one)) || !navigator.languages.some((one) => /^en/i.test(one))
    ? 'zh-TW'
    : 'en';
}

export function LocaleProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState(initial);
  const queries = useQueryClient();
  speakAs({ locale });
  useEffect(() => {
    document.documentElement.lang = locale === 'en' ? 'en' : 'zh-Hant-TW';
  }, [locale]);
  const choose = (next: Locale): void => {
    if (next === locale) return;
    localStorage.setItem(key, next);
    setLocale(next);
    // What the server has said, it said in the other language.
    speakAs({ locale: next });
    void queries.invalidateQueries();
  };
  return (
    <LocaleContext.Provider value={locale}>
      <ChooseContext.Provider value={choose}>{children}</ChooseContext.Provider>
    </LocaleContext.Provider>
  );
}
