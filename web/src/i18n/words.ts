import { createContext, useContext } from 'react';

export const locales = ['zh-TW', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Texts of one part of the application in every language; a text with something to fill in is a function. */
export type Words<T> = Record<Locale, T>;
type Text = string | ((...parts: never[]) => string);
type Widened<T> = { [K in keyof T]: T[K] extends string ? string : T[K] };

/** Declares texts: what the Chinese has, the English must have too, or it does not compile. */
export function words<T extends Record<string, Text>>(zh: T, en: Widened<T>): Words<Widened<T>> {
  return { 'zh-TW': zh as Widened<T>, en };
}

export const LocaleContext = createContext<Locale>('zh-TW');

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** The texts in the language of the page. */
export function useWords<T>(texts: Words<T>): T {
  return texts[useContext(LocaleContext)];
}
