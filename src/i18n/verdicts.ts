import { type Texts } from './i18n.js';

type Key =
  | 'place_page'
  | 'place_span'
  | 'observation_time'
  | 'observation_place'
  | 'observation_present'
  | 'observation_context'
  | 'observation_notes'
  | 'observation_hash'
  | 'block';

/** How a verdict's record puts into words what has no field of its own there. */
export const verdictTexts: Texts<Key> = {
  'zh-TW': {
    place_page: '第 {page} 頁',
    place_span: '{from} 至 {to}',
    observation_time: '觀察時間：{from} 至 {to}（臺北時間）',
    observation_place: '地點：{text}',
    observation_present: '在場人員：{text}',
    observation_context: '情境：{text}',
    observation_notes: '觀察內容：{text}',
    observation_hash: '簽署內容 SHA-256：{text}',
    block: '{tasks} 所需的知識與技能',
  },
  en: {
    place_page: 'page {page}',
    place_span: '{from} to {to}',
    observation_time: 'Observed: {from} to {to} (Taipei time)',
    observation_place: 'Place: {text}',
    observation_present: 'Present: {text}',
    observation_context: 'Context: {text}',
    observation_notes: 'What was observed: {text}',
    observation_hash: 'SHA-256 of what was signed: {text}',
    block: 'Knowledge and skills for {tasks}',
  },
};
