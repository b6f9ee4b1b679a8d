import { In } from 'typeorm';
import { type Reader } from '../database/database.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { isDraft } from '../evidence/items.js';
import { plannedTypesOf } from '../evidence/record-faults.js';
import { type RecordKind } from '../evidence/record-kind.js';
import { modesOf, type QuestioningContent, shownRefs, storedContent } from './content.js';
import { contentFaults, signingFaults } from './faults.js';
import { Questioning } from './questioning.entity.js';

/** Questioning as records that are signed: signing claims what satisfactory answers show. */
export const questioningRecords: RecordKind<Questioning, QuestioningContent> = {
  name: 'questioning',
  entity: Questioning,
  formOf: () => 'questioning',
  happenedAt: ({ askedAt }) => askedAt,
  columnsOf: ({ title: _, ...columns }) => ({ ...columns, modes: modesOf(columns.questions) }),
  contentOf: storedContent,
  faults: async (tx, { assessment, id, content, at }) => {
    const refs = [...content.questions.flatMap((question) => question.refs), content.method];
    const types = await plannedTypesOf(tx, assessment, refs);
    const evidence = await talkedAbout(tx, assessment.id, id, content.about);
    return contentFaults(content, { types, evidence, now: at });
  },
  signingFaults,
  claimedRefs: shownRefs,
};

/** Of these ids, those of evidence that a candidate can be asked about: no draft, and not the record itself. */
async function talkedAbout(
  reader: Reader,
  assessmentId: string,
  ownId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const items = await reader.findBy(EvidenceItem, { assessmentId, id: In([...new Set(ids)]) });
  return new Set(items.filter((item) => !isDraft(item) && item.id !== ownId).map(({ id }) => id));
}
