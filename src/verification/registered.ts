import { Appeal, AppealDecision } from '../after-verdict/appeal.entity.js';
import { standingNow } from '../after-verdict/verdict-standing.js';
import { Assessment } from '../assessments/assessment.entity.js';
import { deletionsOf } from '../assessments/deletions.js';
import { dateIn } from '../common/clock.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { type Reader } from '../database/database.js';
import { type AppealRecord } from '../documents/appeal-record.js';
import { type VerdictRecord } from '../documents/record.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { type VerificationView } from './verification.view.js';

/** What the register says of a document, but for where the root certificate of its body is. */
export interface Registered {
  bodyId: string;
  view: Omit<VerificationView, 'rootCertificate'>;
}

type Subject = Pick<VerdictRecord | AppealRecord, 'decidedOn'> & {
  unit: VerificationView['unit'];
  body: { id: string; name: string };
};

/** The document of this number, of whatever kind; null if there is none. */
export async function registered(reader: Reader, documentNumber: string): Promise<Registered | null> {
  const verdict = await reader.findOneBy(Verdict, { documentNumber });
  if (verdict) {
    const entry = await entryOf(reader, verdict, verdict.assessmentId);
    return asView({ kind: 'verdict', about: null, ...(await standingNow(reader, verdict.id)) }, verdict, entry);
  }
  const decision = await reader.findOneBy(AppealDecision, { documentNumber });
  if (!decision) return null;
  const { verdictId } = (await reader.findOneBy(Appeal, { id: decision.appealId }))!;
  const appealed = (await reader.findOneBy(Verdict, { id: verdictId }))!;
  const entry = await entryOf(reader, decision, appealed.assessmentId);
  const about = {
    kind: 'appeal_decision',
    about: appealed.documentNumber,
    standing: null,
    supersededBy: null,
  } as const;
  return asView(about, decision, entry);
}

interface Entry extends Subject {
  deletion: VerificationView['deletion'];
}

function asView(
  about: Pick<VerificationView, 'kind' | 'about' | 'standing' | 'supersededBy'>,
  { documentNumber, outcome, pdfSha256, signerSha256 }: Verdict | AppealDecision,
  { unit, body, decidedOn, deletion }: Entry,
): Registered {
  const { code, version, edition, name } = unit;
  const subject = { documentNumber, issuedBy: body.name, unit: { code, version, edition, name }, decidedOn };
  const compared = { outcome: deletion ? null : outcome, pdfSha256, signerSha256, deletion };
  return { bodyId: body.id, view: { ...about, ...subject, ...compared } };
}

/** What the document is about: by its record or, where that is deleted, by what the assessment still tells. */
async function entryOf(
  reader: Reader,
  { record, decidedAt }: Verdict | AppealDecision,
  assessmentId: string,
): Promise<Entry> {
  if (record !== '') return { ...(JSON.parse(record) as Subject), deletion: null };
  const { bodyId, documentId } = (await reader.findOneBy(Assessment, { id: assessmentId }))!;
  const { name } = (await reader.findOneBy(TrainingBody, { id: bodyId }))!;
  const select = { id: true, code: true, version: true, edition: true, name: true } as const;
  const unit = (await reader.findOne(CompetencyDocument, { where: { id: documentId }, select }))!;
  const deletion = (await deletionsOf(reader, assessmentId)).find(({ kind }) => kind === 'register')!;
  const { deletedAt, rule, sha256 } = deletion;
  const subject = { unit, body: { id: bodyId, name }, decidedOn: dateIn(decidedAt) };
  return { ...subject, deletion: { on: dateIn(deletedAt), rule, sha256 } };
}
