import { Appeal, AppealDecision } from '../after-verdict/appeal.entity.js';
import { standingNow } from '../after-verdict/verdict-standing.js';
import { Assessment } from '../assessments/assessment.entity.js';
import { deletionsOf } from '../assessments/deletions.js';
import { dateIn } from '../common/clock.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { type Reader } from '../database/database.js';
import { type AppealRecord } from '../documents/appeal-record.js';
import { type VerdictRecord } from '../documents/record.js';
import { type Registered, registeredCertificate } from './registered-certificate.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { type RegisteredDocumentView } from './verification.view.js';

type Fate = Pick<RegisteredDocumentView, 'kind' | 'about' | 'standing' | 'supersededBy' | 'ended'>;

type Subject = Pick<VerdictRecord | AppealRecord, 'decidedOn'> & {
  unit: RegisteredDocumentView['unit'];
  body: { id: string; name: string };
  candidate: { name: string } | null;
  targets?: VerdictRecord['targets'];
};

/** The document of this number, of whatever kind; null if there is none. */
export async function registered(reader: Reader, documentNumber: string): Promise<Registered | null> {
  const verdict = await reader.findOneBy(Verdict, { documentNumber });
  if (verdict)
    return asView(await fateOf(reader, verdict), verdict, await entryOf(reader, verdict, verdict.assessmentId));
  const decision = await reader.findOneBy(AppealDecision, { documentNumber });
  if (!decision) return registeredCertificate(reader, documentNumber);
  const { verdictId } = (await reader.findOneBy(Appeal, { id: decision.appealId }))!;
  const appealed = (await reader.findOneBy(Verdict, { id: verdictId }))!;
  const entry = await entryOf(reader, decision, appealed.assessmentId);
  const about = { kind: 'appeal_decision', about: appealed.documentNumber, ...standsForever } as const;
  return asView(about, decision, entry);
}

/** A decision on an appeal is the last word. */
const standsForever = { standing: null, supersededBy: null, ended: null } as const;

async function fateOf(reader: Reader, { id }: Verdict): Promise<Fate> {
  const now = await standingNow(reader, id);
  const by = now.supersededBy ? await reader.findOneBy(AppealDecision, { documentNumber: now.supersededBy }) : null;
  const ended = by && ({ how: 'superseded', on: dateIn(by.decidedAt), reason: 'appeal_upheld' } as const);
  return { kind: 'verdict', about: null, ...now, ended };
}

interface Entry extends Subject {
  deletion: RegisteredDocumentView['deletion'];
}

function asView(
  fate: Fate,
  { documentNumber, outcome, pdfSha256, signerSha256 }: Verdict | AppealDecision,
  { unit, body, candidate, decidedOn, targets = [], deletion }: Entry,
): Registered {
  const { code, version, edition, name } = unit;
  const subject = { documentNumber, issuedBy: body.name, unit: { code, version, edition, name }, decidedOn };
  const lines = targets.flatMap(({ code, text, result }) => (result ? [{ code, text, result }] : []));
  const compared = { outcome: deletion ? null : outcome, targets: lines, pdfSha256, signerSha256, deletion };
  const finding = fate.ended ? 'no_longer_valid' : 'valid';
  const view = { finding, ...fate, ...subject, ...compared, certificate: null } as const;
  return { bodyId: body.id, holderName: candidate?.name ?? null, view };
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
  const subject = { unit, body: { id: bodyId, name }, candidate: null, decidedOn: dateIn(decidedAt) };
  return { ...subject, deletion: { on: dateIn(deletedAt), rule, sha256 } };
}
