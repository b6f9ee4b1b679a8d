import {
  type CodedText,
  type CompetencyUnitDocument,
  type InterchangeDocument,
  type OccupationalStandardDocument,
} from './interchange.js';

export type ItemType =
  | 'duty'
  | 'task'
  | 'element'
  | 'output'
  | 'criterion'
  | 'indicator'
  | 'knowledge'
  | 'skill'
  | 'attitude'
  | 'key_aspect'
  | 'context'
  | 'method';

/** One thing of a document that a catalogue shows or evidence is mapped to. */
export interface Item {
  /** Unique in the document: the code, or `B2/K01` where codes are local to a competence block. */
  ref: string;
  type: ItemType;
  code: string;
  /** The source prints only an ordinal; the code is ours. */
  derived: boolean;
  parentRef: string | null;
  /** The competence block of a standard, from 1. */
  block: number | null;
  level: number | null;
  text: string;
  /** Asks for something done over time (rule S10). */
  continuous: boolean;
}

// Doing over time, not the making of a plan or a procedure for it.
const overTime = /(?:維護|維持|監測|監控|檢視|檢討|調整|持續|追蹤|定期|隨時)(?!程序|計畫|計劃|機制|辦法)/;

/** Every item of a document, in document order. */
export function itemsOf(document: InterchangeDocument): Item[] {
  return document.kind === 'competency_unit' ? unitItems(document) : standardItems(document);
}

function standardItems({ duties, competence_blocks: blocks, attitudes }: OccupationalStandardDocument): Item[] {
  const blockOf = new Map(blocks.flatMap((block, i) => block.tasks.map((task) => [task, i + 1] as const)));
  const tree = duties.flatMap((duty) => [
    itemOf('duty', duty),
    ...duty.tasks.flatMap((task) => {
      const place = { block: blockOf.get(task.code) ?? null, level: task.level };
      const under = { ...place, parentRef: task.code };
      return [
        itemOf('task', task, { ...place, parentRef: duty.code }),
        ...task.outputs.map((output) => itemOf('output', output, under)),
        ...task.indicators.map((indicator) => itemOf('indicator', indicator, under)),
      ];
    }),
  ]);
  const beside = blocks.flatMap(({ level, knowledge, skills }, i) => {
    const place = (coded: CodedText) => ({ block: i + 1, level, ref: `B${i + 1}/${coded.code}` });
    return [
      ...knowledge.map((coded) => itemOf('knowledge', coded, place(coded))),
      ...skills.map((coded) => itemOf('skill', coded, place(coded))),
    ];
  });
  return [...tree, ...beside, ...attitudes.map((attitude) => itemOf('attitude', attitude))];
}

function unitItems({ elements, skills, knowledge, assessment_guide: guide }: CompetencyUnitDocument): Item[] {
  const derived =
    (type: ItemType, parentRef: string | null = null) =>
    (coded: CodedText) =>
      itemOf(type, coded, { derived: true, parentRef });
  return [
    ...elements.flatMap((element) => [
      derived('element')(element),
      ...element.criteria.map(derived('criterion', element.code)),
    ]),
    ...skills.map(derived('skill')),
    ...knowledge.map(derived('knowledge')),
    ...guide.key_aspects.map(derived('key_aspect')),
    ...guide.contexts.map(derived('context')),
    ...guide.methods.map(derived('method')),
  ];
}

function itemOf(type: ItemType, { code, text }: CodedText, more: Partial<Item> = {}): Item {
  const continuous = (type === 'criterion' || type === 'indicator') && overTime.test(text);
  return {
    ref: code,
    type,
    code,
    derived: false,
    parentRef: null,
    block: null,
    level: null,
    text,
    continuous,
    ...more,
  };
}
