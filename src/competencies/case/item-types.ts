import { type ItemType } from '../icap/items.js';

/** Every kind of line in a document: its items, and beside them notes, their bullets and supplements. */
export type CaseItemType = ItemType | 'note' | 'bullet' | 'supplement';

interface Kind {
  title: string;
  description: string;
  /** Its place among the kinds: `1.1` is found under `1`. */
  hierarchyCode: string;
}

/** What the lines are called in the documents themselves. */
export const itemTypes: Record<CaseItemType, Kind> = {
  duty: { title: '主要職責', description: '職能基準的主要職責 Main duty of a standard', hierarchyCode: '1' },
  task: { title: '工作任務', description: '主要職責下的工作任務 Task under a main duty', hierarchyCode: '1.1' },
  output: { title: '工作產出', description: '工作任務的產出 Work output of a task', hierarchyCode: '1.1.1' },
  indicator: { title: '行為指標', description: '工作任務的行為指標 Performance indicator', hierarchyCode: '1.1.2' },
  element: { title: '工作任務', description: '職能單元的工作任務 Element of a unit', hierarchyCode: '2' },
  criterion: {
    title: '行為指標',
    description: '職能單元的行為指標 Performance criterion of a unit',
    hierarchyCode: '2.1',
  },
  knowledge: { title: '知識', description: '職能內涵：知識 Knowledge', hierarchyCode: '3' },
  skill: { title: '技能', description: '職能內涵：技能 Skill', hierarchyCode: '4' },
  attitude: { title: '態度', description: '職能內涵：態度 Attitude', hierarchyCode: '5' },
  key_aspect: { title: '評量之關鍵面向', description: '評量設計參考：關鍵面向 Key aspect', hierarchyCode: '6' },
  context: {
    title: '評量所需情境與特定資源',
    description: '評量設計參考：情境與資源 Context and resources of assessment',
    hierarchyCode: '7',
  },
  method: { title: '評量方法', description: '評量設計參考：評量方法 Assessment method', hierarchyCode: '8' },
  note: { title: '註', description: '註解 Note', hierarchyCode: '9' },
  bullet: {
    title: '說明',
    description: '註解或補充事項之下的條列 Line under a note or supplement',
    hierarchyCode: '9.1',
  },
  supplement: { title: '說明與補充事項', description: '說明與補充事項 Supplement', hierarchyCode: '10' },
};

export const isCaseItemType = (name: unknown): name is CaseItemType =>
  typeof name === 'string' && Object.hasOwn(itemTypes, name);
