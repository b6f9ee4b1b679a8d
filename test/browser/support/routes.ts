import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const src = join(import.meta.dirname, '../../../web/src');

/** Every address of the application as its source declares it: `<Route path="…">`, wherever one stands. */
export function declaredRoutes(): string[] {
  const files = (readdirSync(src, { recursive: true }) as string[]).filter((file) => file.endsWith('.tsx'));
  const found = files.flatMap((file) => {
    const text = readFileSync(join(src, file), 'utf8');
    const base = /const home = '([^']+)'/.exec(text)?.[1] ?? '';
    return [...text.matchAll(/<Route path=(?:"([^"]+)"|\{`([^`]+)`\}|\{home\})/g)].map(
      ([, plain, made = '${home}']) => plain ?? made.replace('${home}', base),
    );
  });
  return [...new Set(found)].filter((path) => !path.includes('*')).sort();
}

type Dictionary = Record<string, unknown>;

/** The texts of every dictionary that stand in one language only: what betrays a page of the other. */
export async function textsOf(language: 'zh-TW' | 'en'): Promise<Set<string>> {
  const other = language === 'en' ? 'zh-TW' : 'en';
  const files = (readdirSync(src, { recursive: true }) as string[]).filter((file) => /words\.ts$/.test(file));
  const found = new Set<string>();
  for (const file of files) {
    const module = (await import(join(src, file))) as Record<string, Partial<Record<string, Dictionary>>>;
    for (const { [language]: own, [other]: others } of Object.values(module)) {
      for (const [key, text] of Object.entries(own ?? {}))
        if (typeof text === 'string' && text !== others?.[key]) found.add(text);
    }
  }
  return found;
}
