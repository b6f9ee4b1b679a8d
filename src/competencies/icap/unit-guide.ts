import { type Entry } from './ordinals.js';
import { joined } from './passage.js';
import { type Log } from './report.js';
import { squeeze } from './text.js';

const guideHeadings = [
  { part: 'key_aspects', prefix: 'KA', section: '評量之關鍵面向', heading: /^評量之?關鍵面向(?:\/能力證明之證據)?$/ },
  {
    part: 'contexts',
    prefix: 'CR',
    section: '評量所需情境與特定資源',
    heading: /^評量所需(?:之)?情境[與及](?:特定)?資源$/,
  },
  { part: 'methods', prefix: 'M', section: '評量方法', heading: /^評量方法$/ },
] as const;
/** The three lists of 評量設計參考. */
export type Guide = Record<(typeof guideHeadings)[number]['part'], Entry[]>;

/** Sorts the outline of 評量設計參考 by its headings and gives every entry its derived code: KA1, CR1, M1. */
export function readGuide(entries: readonly Entry[], log: Log): Guide {
  const guide: Guide = { key_aspects: [], contexts: [], methods: [] };
  const seen = new Set<string>();
  for (const entry of entries) {
    const title = squeeze(joined(entry).slice(0, 60));
    const { part, prefix } = guideHeadings.find(({ heading }) => heading.test(title)) ?? {};
    if (!part || seen.has(part)) {
      log.fault('heading_unknown', entry, title);
      continue;
    }
    seen.add(part);
    guide[part] = entry.children.map((child) => ({ ...child, name: `${prefix}${child.number}` }));
    if (entry.children.length === 0) log.fault('section_empty', entry, '', { section: title });
  }
  for (const { part, section } of guideHeadings) {
    if (!seen.has(part)) log.fault('section_missing', { line: 1 }, '', { section });
  }
  return guide;
}
