import { type Texts } from './i18n.js';

type Key = 'place_page' | 'place_region' | 'place_page_region' | 'place_span' | 'block' | 'numbered_when_signed';

/** How a verdict's record puts into words what has no field of its own there. */
export const verdictTexts: Texts<Key> = {
  'zh-TW': {
    place_page: '第 {page} 頁',
    place_region: '框選區域（距左 {left}%、距上 {top}%，寬 {width}%、高 {height}%）',
    place_page_region: '第 {page} 頁的框選區域（距左 {left}%、距上 {top}%，寬 {width}%、高 {height}%）',
    place_span: '{from} 至 {to}',
    block: '{tasks} 所需的知識與技能',
    numbered_when_signed: '簽署時編列',
  },
  en: {
    place_page: 'page {page}',
    place_region: 'the region marked ({left}% from the left, {top}% from the top, {width}% wide, {height}% high)',
    place_page_region:
      'the region marked on page {page} ({left}% from the left, {top}% from the top, {width}% wide, {height}% high)',
    place_span: '{from} to {to}',
    block: 'Knowledge and skills for {tasks}',
    numbered_when_signed: 'given when signed',
  },
};
