import { type DeletedKind, Tombstone } from '../assessments/tombstone.entity.js';
import { AppealDecision } from '../after-verdict/appeal.entity.js';
import { sha256 } from '../common/ids.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { type Reader } from '../database/database.js';
import { EvidenceFile } from '../evidence/evidence-file.entity.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { signedContent, signedSha256 } from '../evidence/record-content.js';
import { type RecordContent, type RecordKind, type RecordRow } from '../evidence/record-kind.js';
import { recordUnder } from '../evidence/records.service.js';
import { observationRecords } from '../observations/observation-records.js';
import { SittingConclusion } from '../observations/sitting.entity.js';
import { conclusionSha256, recordsOfSittings } from '../observations/sitting-records.js';
import { planSha256 } from '../plans/content.js';
import { PlanAcknowledgement } from '../plans/plan-acknowledgement.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { questioningRecords } from '../questioning/questioning-records.js';
import { placesOf } from '../signing/certificates.js';
import { type KeyStore } from '../signing/key-store.js';
import { SigningCertificate } from '../signing/signing-certificate.entity.js';
import { signedSha256 as reportSha256 } from '../third-parties/content.js';
import { Invitation } from '../third-parties/invitation.entity.js';
import { ThirdPartyReport } from '../third-parties/report.entity.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { type Problem } from './report.js';

export interface RowsChecked {
  count: number;
  problems: Problem[];
}

/** Each verdict's frozen basis still has the hash it was signed with. */
export function checkVerdicts(reader: Reader): Promise<RowsChecked> {
  return checkEach(idsOf(reader, Verdict), async (id) => {
    const { assessmentId, record, recordSha256 } = (await reader.findOneBy(Verdict, { id }))!;
    if (record === '' && (await isDeleted(reader, assessmentId, 'register'))) return [];
    return sha256(record) === recordSha256 ? [] : [{ kind: 'record_differs', subject: `verdicts/${id}` }];
  });
}

/** Each decision on an appeal still has the record that was signed. */
export function checkAppealDecisions(reader: Reader): Promise<RowsChecked> {
  return checkEach(idsOf(reader, AppealDecision), async (id) => {
    const { record, recordSha256 } = (await reader.findOneBy(AppealDecision, { id }))!;
    return record === '' || sha256(record) === recordSha256
      ? []
      : [{ kind: 'record_differs', subject: `appeal_decisions/${id}` }];
  });
}

/** Each signed observation, with its files, is still what its assessor signed. */
export function checkObservations(reader: Reader): Promise<RowsChecked> {
  return checkRecords(reader, observationRecords, 'observation_differs');
}

/** Each signed questioning record, too. */
export function checkQuestionings(reader: Reader): Promise<RowsChecked> {
  return checkRecords(reader, questioningRecords, 'questioning_differs');
}

async function checkRecords<Row extends RecordRow, Content extends RecordContent>(
  reader: Reader,
  kind: RecordKind<Row, Content>,
  differs: Problem['kind'],
): Promise<RowsChecked> {
  const table = `${kind.name}s`;
  const signed = reader.createQueryBuilder().select('t.id', 'id').from(kind.entity, 't').orderBy('t.id');
  const rows = await signed.where('t.signed_sha256 IS NOT NULL').getRawMany<{ id: string }>();
  const ids = rows.map(({ id }) => id);
  return checkEach(Promise.resolve(ids), async (id) => {
    const record = (await recordUnder(reader, kind, id))!;
    const item = await reader.findOneBy(EvidenceItem, { id });
    if (item && (await isDeleted(reader, item.assessmentId, 'evidence'))) return [];
    const files = await reader.findBy(EvidenceFile, { itemId: id });
    const same = item && signedSha256(signedContent(kind, record, item, files)) === record.signedSha256;
    return same ? [] : [{ kind: differs, subject: `${table}/${id}` }];
  });
}

/** Each conclusion of a sitting, with the signed records that it was drawn from, still has its hash. */
export function checkConclusions(reader: Reader): Promise<RowsChecked> {
  return checkEach(idsOf(reader, SittingConclusion), async (id) => {
    const conclusion = (await reader.findOneBy(SittingConclusion, { id }))!;
    const { sittingId, concludedAt, contentSha256 } = conclusion;
    const all = await recordsOfSittings(reader, [sittingId]);
    const records = all.filter(({ item: { signedAt, withdrawnAt } }) => {
      return signedAt !== null && (withdrawnAt === null || withdrawnAt > concludedAt);
    });
    const same = conclusionSha256(conclusion, records) === contentSha256;
    return same ? [] : [{ kind: 'conclusion_differs', subject: `sitting_conclusions/${id}` }];
  });
}

/** Each third-party report is still what its author signed. */
export async function checkReports(reader: Reader): Promise<RowsChecked> {
  const signed = reader.createQueryBuilder().select('t.invitation_id', 'id').from(ThirdPartyReport, 't');
  const rows = await signed
    .where('t.submitted_sha256 IS NOT NULL')
    .orderBy('t.invitation_id')
    .getRawMany<{ id: string }>();
  const ids = rows.map(({ id }) => id);
  return checkEach(Promise.resolve(ids), async (id) => {
    const report = (await reader.findOneBy(ThirdPartyReport, { invitationId: id }))!;
    const invitation = await reader.findOneBy(Invitation, { id });
    if (invitation && (await isDeleted(reader, invitation.assessmentId, 'evidence'))) return [];
    const same = invitation && reportSha256(invitation, report) === report.submittedSha256;
    return same ? [] : [{ kind: 'report_differs', subject: `third_party_reports/${id}` }];
  });
}

/** Each plan is still what the candidate acknowledged. */
export function checkPlans(reader: Reader): Promise<RowsChecked> {
  return checkEach(idsOf(reader, PlanAcknowledgement), async (id) => {
    const { planId, contentSha256 } = (await reader.findOneBy(PlanAcknowledgement, { id }))!;
    const plan = await reader.findOneBy(Plan, { id: planId });
    const same = plan && planSha256(plan) === contentSha256;
    return same ? [] : [{ kind: 'plan_differs', subject: `plans/${planId}` }];
  });
}

/** Each competency document's text is still the one that was imported. */
export function checkDocuments(reader: Reader): Promise<RowsChecked> {
  const select = { id: true, source: true, sourceSha256: true } as const;
  return checkEach(idsOf(reader, CompetencyDocument), async (id) => {
    const row = await reader.findOne(CompetencyDocument, { where: { id }, select });
    const same = sha256(row!.source) === row!.sourceSha256;
    return same ? [] : [{ kind: 'source_differs', subject: `competency_documents/${id}` }];
  });
}

/** The private key of each certificate is there; whether it opens, only its passphrase could tell. */
export function checkKeys(reader: Reader, keys: KeyStore): Promise<RowsChecked> {
  return checkEach(idsOf(reader, SigningCertificate), async (id) => {
    const place = (await placesOf(reader, [id])).get(id) ?? 'here';
    return place !== 'here' || (await keys.has(id))
      ? []
      : [{ kind: 'key_missing', subject: `signing_certificates/${id}` }];
  });
}

/** Whether a tombstone stands in place of these records: what is left of them has no hash of its own. */
function isDeleted(reader: Reader, assessmentId: string, kind: DeletedKind): Promise<boolean> {
  return reader.existsBy(Tombstone, { assessmentId, kind });
}

/** One row after the other, so that long texts are never in memory together. */
async function checkEach(ids: Promise<string[]>, check: (id: string) => Promise<Problem[]>): Promise<RowsChecked> {
  const checked: RowsChecked = { count: 0, problems: [] };
  for (const id of await ids) {
    checked.problems.push(...(await check(id)));
    checked.count += 1;
  }
  return checked;
}

async function idsOf(reader: Reader, entity: new () => { id: string }): Promise<string[]> {
  const rows = reader.createQueryBuilder().select('t.id', 'id').from(entity, 't').orderBy('t.id');
  return (await rows.getRawMany<{ id: string }>()).map(({ id }) => id);
}
