import { type Bullet, type InterchangeDocument } from './interchange.js';
import { type Counts } from './report.js';

/** How many items a document has. In a standard `knowledge` counts every block's, `knowledge_codes` each code once. */
export function countsOf(document: InterchangeDocument): Counts {
  if (document.kind === 'competency_unit') {
    const { elements, skills, knowledge, assessment_guide: guide, notes } = document;
    return {
      elements: elements.length,
      criteria: elements.flatMap((element) => element.criteria).length,
      skills: skills.length,
      knowledge: knowledge.length,
      key_aspects: guide.key_aspects.length,
      contexts: guide.contexts.length,
      methods: guide.methods.length,
      notes: notes.length,
      bullets: notes.reduce((sum, note) => sum + bulletCount(note.bullets), 0),
    };
  }
  const { versions, duties, competence_blocks: blocks, attitudes, notes, supplementary } = document;
  const tasks = duties.flatMap((duty) => duty.tasks);
  const knowledge = blocks.flatMap((block) => block.knowledge);
  const skills = blocks.flatMap((block) => block.skills);
  return {
    versions: versions.length,
    duties: duties.length,
    tasks: tasks.length,
    outputs: tasks.flatMap((task) => task.outputs).length,
    indicators: tasks.flatMap((task) => task.indicators).length,
    competence_blocks: blocks.length,
    knowledge: knowledge.length,
    knowledge_codes: new Set(knowledge.map((item) => item.code)).size,
    skills: skills.length,
    skill_codes: new Set(skills.map((item) => item.code)).size,
    blocks: blocks.map((block) => ({
      tasks: block.tasks.length,
      level: block.level,
      knowledge: block.knowledge.length,
      skills: block.skills.length,
    })),
    attitudes: attitudes.length,
    notes: notes.length,
    supplementary: bulletCount(supplementary),
  };
}

function bulletCount(bullets: readonly Bullet[]): number {
  return bullets.reduce((sum, bullet) => sum + 1 + bulletCount(bullet.children), 0);
}
