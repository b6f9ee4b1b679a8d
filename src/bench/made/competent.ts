import { Assessment } from '../../assessments/assessment.entity.js';
import { newId, sha256 } from '../../common/ids.js';
import { type Database } from '../../database/database.js';
import { VerdictNotification } from '../../verdicts/notification.entity.js';
import { Verdict } from '../../verdicts/verdict.entity.js';
import { assessmentsWith } from './assessment.js';
import { insertAll } from './insert-all.js';
import { usersNamed } from './people.js';
import { documentWith } from './unit.js';

export interface Competent {
  assessmentId: string;
  verdictId: string;
  candidateId: string;
  documentId: string;
}

export interface CompetentShape {
  bodyId: string;
  leadId: string;
  /** Who exist already; others are made. */
  candidateIds?: readonly string[];
  count?: number;
  documentId?: string;
  cohort?: string | null;
  outcome?: Verdict['outcome'];
  attempt?: number;
  /** What else the record says, for its size. */
  record?: object;
}

export const decidedAt = '2026-02-20T04:00:00.000Z';

/** Candidates with a verdict of which they were told; unless more is given, its record says only what a certificate needs. */
export async function competentVerdicts(db: Database, shape: CompetentShape): Promise<Competent[]> {
  const { bodyId, leadId, count = 1, cohort = null, attempt = 1 } = shape;
  const documentId = shape.documentId ?? (await documentWith(db, { criteria: 1 }));
  const names = Array.from({ length: count }, (_, i) => `受評者${i + 1}`);
  const candidateIds = shape.candidateIds ?? (await usersNamed(db, names));
  const shapes = candidateIds.map((candidateId) => {
    return { bodyId, leadId, candidateId, documentId, cohort, attempt, items: 0 };
  });
  const made = await assessmentsWith(db, shapes);
  const verdicts = made.map(({ id }, i): Verdict => competentVerdict(id, shape, candidateIds[i]!));
  await db.write(async (tx) => {
    await insertAll(tx, Verdict, verdicts);
    await insertAll(
      tx,
      VerdictNotification,
      verdicts.map(({ id: verdictId }) => ({
        ...{ id: newId(), verdictId, channel: 'in_app' as const, notifiedBy: leadId, notifiedAt: decidedAt },
        ...{ notifiedOn: '2026-02-20', appealUntil: '2026-03-22', settingsVersion: 0 },
      })),
    );
    for (const { assessmentId: id } of verdicts) await tx.update(Assessment, { id }, { decidedAt });
  });
  return verdicts.map(({ id: verdictId, assessmentId }, i) => {
    return { assessmentId, verdictId, candidateId: candidateIds[i]!, documentId };
  });
}

/** A verdict that an assessment may be certified by. */
export function competentVerdict(
  assessmentId: string,
  {
    bodyId,
    leadId,
    outcome = 'competent',
    record: more,
  }: Pick<CompetentShape, 'bodyId' | 'leadId' | 'outcome' | 'record'>,
  candidateId: string,
): Verdict {
  const id = newId();
  const unit = { kind: 'competency_unit', code: 'KMM5R0915v2', version: 2, edition: 1, name: '處理顧客抱怨', level: 4 };
  const record = JSON.stringify({
    ...more,
    unit: { ...unit, sourceSha256: sha256('source') },
    body: { id: bodyId, name: '試金石訓練中心' },
    candidate: { id: candidateId, name: '林小美' },
    pathway: 'training',
    decidedOn: '2026-02-20',
    leadAssessor: { id: leadId, name: '陳評量', qualification: '職能評量師' },
  });
  return {
    ...{ id, assessmentId, outcome, decidedBy: leadId, decidedAt, record, recordSha256: sha256(record) },
    documentNumber: `TS-2026-${id.slice(-8, -4)}-${id.slice(-4)}`.toUpperCase(),
    ...{ pdfSha256: sha256(id), pdfSize: 1, signerSha256: sha256('signer'), signatureLevel: 'B-B' },
  };
}
