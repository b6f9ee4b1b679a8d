import { type CodedText, type InterchangeDocument } from './icap/interchange.js';

/** The notes that each item refers to, by the item's ref. */
export function noteRefsOf(document: InterchangeDocument): Map<string, number[]> {
  const coded: [ref: string, item: CodedText][] = [];
  const add = (items: readonly CodedText[], prefix = '') => {
    for (const item of items) coded.push([prefix + item.code, item]);
  };
  if (document.kind === 'competency_unit') {
    const { elements, skills, knowledge, assessment_guide: guide } = document;
    for (const element of elements) add([element, ...element.criteria]);
    for (const items of [skills, knowledge, guide.key_aspects, guide.contexts, guide.methods]) add(items);
  } else {
    for (const duty of document.duties) {
      add([duty, ...duty.tasks.flatMap((task) => [task, ...task.outputs, ...task.indicators])]);
    }
    document.competence_blocks.forEach((block, i) => add([...block.knowledge, ...block.skills], `B${i + 1}/`));
    add(document.attitudes);
  }
  return new Map(coded.flatMap(([ref, item]) => (item.note_refs ? [[ref, item.note_refs]] : [])));
}
