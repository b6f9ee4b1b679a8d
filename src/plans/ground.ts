import { In, IsNull } from 'typeorm';
import { type Assessment } from '../assessments/assessment.entity.js';
import { Assignment } from '../assessments/assignment.entity.js';
import { found } from '../common/errors.js';
import { type AssessmentGuide } from '../competencies/assessment-guide.js';
import { type AssessmentGuides } from '../competencies/assessment-guides.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { CompetencyItem } from '../competencies/competency-item.entity.js';
import { type Reader } from '../database/database.js';

/** Parts of a document that can be one assessor's share. */
const shareable = ['duty', 'task', 'element', 'criterion', 'indicator'];

type Named = Pick<CompetencyItem, 'ref' | 'text'>;

/** What a plan is made from: the pinned document, the advice there is for it, and who assesses now. */
export interface PlanGround {
  methods: readonly Named[];
  contexts: readonly Named[];
  shareable: ReadonlySet<string>;
  guide: AssessmentGuide | null;
  /** Assessors now assigned, the lead first. */
  assessors: readonly string[];
}

export async function groundOf(
  reader: Reader,
  { id, documentId }: Pick<Assessment, 'id' | 'documentId'>,
  guides: AssessmentGuides,
): Promise<PlanGround> {
  const document = await reader.findOne(CompetencyDocument, {
    where: { id: documentId },
    select: { id: true, code: true },
  });
  const items = await reader.find(CompetencyItem, {
    where: { documentId, type: In(['method', 'context', ...shareable]) },
    select: { documentId: true, ref: true, type: true, text: true },
    order: { position: 'ASC' },
  });
  const assigned = await reader.find(Assignment, {
    where: { assessmentId: id, duty: In(['lead_assessor', 'assessor']), endedAt: IsNull() },
    order: { id: 'ASC' },
  });
  const leads = assigned.filter(({ duty }) => duty === 'lead_assessor');
  return {
    methods: items.filter(({ type }) => type === 'method'),
    contexts: items.filter(({ type }) => type === 'context'),
    shareable: new Set(items.filter(({ type }) => shareable.includes(type)).map(({ ref }) => ref)),
    guide: guides.guideFor(found(document).code),
    assessors: [...new Set([...leads, ...assigned].map(({ userId }) => userId))],
  };
}
