import { type VerdictReport } from '../documents/record.js';
import { type EvidenceItem } from '../evidence/evidence-item.entity.js';
import { type ThirdPartyReport } from '../third-parties/report.entity.js';
import { type Basis } from './basis.js';

/** The third-party report that an item is or carries over, as far as a verdict shows it. */
export function reportsOf({ reports }: Basis): (item: EvidenceItem) => VerdictReport | null {
  const byItem = new Map(reports.map((row) => [row.itemId, row]));
  return ({ id, originId }) => {
    const row = byItem.get(originId ?? id);
    return row ? reported(row) : null;
  };
}

function reported(row: ThirdPartyReport): VerdictReport {
  const { name, post, relation, periodFrom, periodTo, reportedOn, general, answers, submittedSha256 } = row;
  return {
    reportedBy: { name, post, relation },
    periodFrom,
    periodTo,
    reportedOn,
    general: general || null,
    answers: answers.map(({ ref, seen, comment }) => ({ ref, seen, comment: comment || null })),
    signedSha256: submittedSha256,
  };
}
