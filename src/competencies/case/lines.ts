import {
  type Bullet,
  type CodedText,
  type CompetencyUnitDocument,
  type InterchangeDocument,
  type Note,
  type OccupationalStandardDocument,
} from '../icap/interchange.js';
import { type CaseItemType } from './item-types.js';

/** One line of a document in its tree, before it is an item of CASE. */
export interface Line {
  type: CaseItemType;
  /** Unique in the document; for its items what the catalogue calls ref. */
  key: string;
  text: string;
  code?: string;
  /** The term of a note, the name of an attitude. */
  name?: string;
  level?: number;
  /** What CASE has no field for. */
  more: { block?: number; raw_code?: string; note_refs?: number[] };
  children: Line[];
  /** Keys of the lines it is printed beside. */
  related: string[];
}

/** Every line of a document as a tree, in document order. */
export function linesOf(document: InterchangeDocument): Line[] {
  return document.kind === 'competency_unit' ? unitLines(document) : standardLines(document);
}

function standardLines(document: OccupationalStandardDocument): Line[] {
  const { duties, competence_blocks: blocks, attitudes, notes, supplementary } = document;
  const blockOf = new Map(blocks.flatMap(({ tasks }, i) => tasks.map((task) => [task, i + 1] as const)));
  const tree = duties.map((duty) => ({
    ...line('duty', duty),
    children: duty.tasks.map((task) => {
      const { more, ...rest } = line('task', task);
      const children = [...task.outputs.map(lines('output')), ...task.indicators.map(lines('indicator'))];
      return { ...rest, level: task.level, more: { ...more, block: blockOf.get(task.code) }, children };
    }),
  }));
  const beside = blocks.flatMap(({ level, tasks, knowledge, skills }, i) => {
    const of = (type: 'knowledge' | 'skill') => (coded: CodedText) => {
      const { more, ...rest } = line(type, coded);
      return { ...rest, key: `B${i + 1}/${coded.code}`, level, more: { ...more, block: i + 1 }, related: tasks };
    };
    return [...knowledge.map(of('knowledge')), ...skills.map(of('skill'))];
  });
  const manners = attitudes.map((attitude) => ({ ...line('attitude', attitude), name: attitude.name }));
  return [
    ...tree,
    ...beside,
    ...manners,
    ...notes.map(noteLine),
    ...bulletLines('supplement', 'supplement', supplementary),
  ];
}

function unitLines({ elements, skills, knowledge, assessment_guide: guide, notes }: CompetencyUnitDocument): Line[] {
  return [
    ...elements.map((element) => ({ ...line('element', element), children: element.criteria.map(lines('criterion')) })),
    ...skills.map(lines('skill')),
    ...knowledge.map(lines('knowledge')),
    ...guide.key_aspects.map(lines('key_aspect')),
    ...guide.contexts.map(lines('context')),
    ...guide.methods.map(lines('method')),
    ...notes.map(noteLine),
  ];
}

const lines = (type: CaseItemType) => (coded: CodedText) => line(type, coded);

function line(type: CaseItemType, { code, text, raw_code, note_refs }: CodedText): Line {
  return { type, key: code, text, code, more: { raw_code, note_refs }, children: [], related: [] };
}

function noteLine({ number, term, text, bullets = [] }: Note): Line {
  const key = `note ${number}`;
  const children = bulletLines('bullet', key, bullets);
  return { type: 'note', key, text, code: `註${number}`, name: term, more: {}, children, related: [] };
}

function bulletLines(type: 'bullet' | 'supplement', above: string, bullets: Bullet[]): Line[] {
  return bullets.map(({ text, children }, i) => {
    const key = `${above} ${i + 1}`;
    return { type, key, text, more: {}, children: bulletLines('bullet', key, children), related: [] };
  });
}
