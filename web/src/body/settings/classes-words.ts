import { words } from '../../i18n/words';

export const classesWords = words(
  {
    lead: '證據分成直接、間接、補充三類，依「是什麼」和「誰做的」決定。規則 S1、S5、S6、S7 都看這個分類。',
    form: '證據的形式（橫列是誰做的）',
    classOf: (form: string, maker: string) => `${form}，${maker}`,
    reset: '全部回到預設',
  },
  {
    lead: 'Evidence is direct, indirect or supplementary by what it is and who made it. Rules S1, S5, S6 and S7 look at this.',
    form: 'Form of the evidence, by who made it',
    classOf: (form: string, maker: string) => `${form}, ${maker}`,
    reset: 'All back to the default',
  },
);
