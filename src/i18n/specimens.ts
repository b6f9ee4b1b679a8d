import { type Texts } from './i18n.js';

/** What made-up documents say, which show how a body's documents look. */
export const specimenTexts: Texts<
  | 'unit'
  | 'candidate'
  | 'assessor'
  | 'decider'
  | 'qualification'
  | 'reasons'
  | 'grounds'
  | 'element'
  | 'criterion'
  | 'keyAspect'
> = {
  'zh-TW': {
    unit: '職能單元名稱',
    candidate: '受評者姓名',
    assessor: '評量者姓名',
    decider: '決定者姓名',
    qualification: '評量資格',
    reasons: '這裡是理由。樣張上的人、單元與結果都是虛構的。',
    grounds: '這裡是申覆理由。',
    element: '職能要素',
    criterion: '行為指標',
    keyAspect: '評量之關鍵面向',
  },
  en: {
    unit: 'Name of the competency unit',
    candidate: 'Name of the candidate',
    assessor: 'Name of the assessor',
    decider: 'Name of who decides',
    qualification: 'Qualification of the assessor',
    reasons: 'Here are the reasons. The people, the unit and the outcome of a preview are made up.',
    grounds: 'Here are the grounds of the appeal.',
    element: 'Element',
    criterion: 'Performance criterion',
    keyAspect: 'Key aspect of assessment',
  },
};
