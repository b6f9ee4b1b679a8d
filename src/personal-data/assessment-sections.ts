import { signedForms } from '../settings/evidence-class.js';
import { type Section } from './export-sections.js';

const items = 'evidence_items i ON i.id = t.item_id';
/** A record that its author has not signed is not the candidate's to read. */
const readable = `(i.signed_at IS NOT NULL OR i.form NOT IN (${signedForms.map((form) => `'${form}'`).join()}))`;
const signed = 'i.signed_at IS NOT NULL';

const own = (table: string): string => `${table} t WHERE t.assessment_id =`;
const ofItems = (table: string, visible: string): string =>
  `${table} t JOIN ${items} WHERE ${visible} AND i.assessment_id =`;

/** Of one assessment of theirs. */
export const assessmentSections: readonly Section[] = [
  {
    name: 'assessment',
    columns:
      'id body_id pathway attempt cohort workplace previous_id enrolled_by enrolled_at decided_at withdrawn_at withdrawn_by withdrawal_reason',
    people: 'enrolled_by withdrawn_by',
    from: 'assessments t WHERE t.id =',
  },
  {
    name: 'people',
    columns: 'user_id duty assigned_at ended_at',
    people: 'user_id',
    from: own('assignments'),
  },
  {
    name: 'plans',
    columns: 'id version content privacy_notice made_by made_at',
    json: 'content',
    people: 'made_by',
    from: own('plans'),
  },
  {
    name: 'planAcknowledgements',
    columns: 'plan_id content_sha256 acknowledged_at',
    from: 'plan_acknowledgements t JOIN plans p ON p.id = t.plan_id WHERE p.assessment_id =',
  },
  {
    name: 'evidence',
    columns:
      'id number form title produced_by produced_on url statement group_work candidate_part copy others_data others_data_reason submitted_by received_at signed_at withdrawn_at withdrawal_reason origin_id',
    people: 'submitted_by',
    from: `evidence_items t JOIN evidence_items i ON i.id = t.id WHERE ${readable} AND i.assessment_id =`,
  },
  {
    name: 'files',
    columns: 'id item_id position name size media_type sha256 received_at redaction_of',
    from: ofItems('evidence_files', readable),
  },
  {
    name: 'declarations',
    columns: 'item_id statement content_sha256 declared_at',
    from: ofItems('declarations', readable),
  },
  {
    name: 'checks',
    columns: 'item_id kind note checked_by checked_at',
    people: 'checked_by',
    from: ofItems('authenticity_checks', readable),
  },
  {
    name: 'observations',
    columns: 'id assessor_id started_at ended_at task place present context notes method outcomes signed_sha256',
    json: 'outcomes',
    people: 'assessor_id',
    from: `observations t JOIN evidence_items i ON i.id = t.id WHERE ${signed} AND i.assessment_id =`,
  },
  {
    name: 'questionings',
    columns: 'id assessor_id purpose asked_at ended_at place present notes method questions signed_sha256',
    json: 'questions',
    people: 'assessor_id',
    from: `questionings t JOIN evidence_items i ON i.id = t.id WHERE ${signed} AND i.assessment_id =`,
  },
  {
    name: 'sittingConclusions',
    columns: 'sitting_id outcomes notes concluded_by concluded_at',
    json: 'outcomes',
    people: 'concluded_by',
    from: 'sitting_conclusions t JOIN sittings s ON s.id = t.sitting_id WHERE s.assessment_id =',
  },
  {
    name: 'thirdPartyReports',
    columns: 'item_id name post relation period_from period_to reported_on answers general',
    json: 'answers',
    from: ofItems('third_party_reports', signed),
  },
  {
    name: 'claims',
    columns: 'id item_id target_ref method method_reason place proposed_by proposed_at withdrawn_at',
    json: 'place',
    people: 'proposed_by',
    from: ofItems('claims', readable),
  },
  {
    name: 'judgements',
    columns: 'claim_id decision rules reason judged_by judged_at',
    json: 'rules',
    people: 'judged_by',
    from: `judgements t JOIN claims c ON c.id = t.claim_id JOIN evidence_items i ON i.id = c.item_id
      WHERE ${readable} AND i.assessment_id =`,
  },
  { name: 'selfAssessments', columns: 'target_ref rating note stated_at', from: own('self_assessments') },
  {
    name: 'requests',
    columns: 'id target_refs text due_on requested_by requested_at withdrawn_at',
    json: 'target_refs',
    people: 'requested_by',
    from: own('evidence_requests'),
  },
  {
    name: 'waivers',
    columns: 'id rule problem targets reason waived_by waived_at',
    json: 'targets',
    people: 'waived_by',
    // That others hold the same bytes is not told to a candidate (rule A4).
    from: `waivers t WHERE t.problem <> 'same_bytes_elsewhere' AND t.assessment_id =`,
  },
  {
    name: 'waiverWithdrawals',
    columns: 'id reason withdrawn_by withdrawn_at',
    people: 'withdrawn_by',
    from: `waiver_withdrawals t JOIN waivers w ON w.id = t.id
      WHERE w.problem <> 'same_bytes_elsewhere' AND w.assessment_id =`,
  },
  {
    name: 'verdicts',
    columns: 'id document_number outcome decided_by decided_at record record_sha256 pdf_sha256',
    json: 'record',
    people: 'decided_by',
    from: own('verdicts'),
  },
  {
    name: 'notifications',
    columns: 'verdict_id channel notified_by notified_on appeal_until',
    people: 'notified_by',
    from: 'verdict_notifications t JOIN verdicts v ON v.id = t.verdict_id WHERE v.assessment_id =',
  },
  {
    name: 'receipts',
    columns: 'verdict_id received_at document_sha256',
    from: 'verdict_receipts t JOIN verdicts v ON v.id = t.verdict_id WHERE v.assessment_id =',
  },
  {
    name: 'appeals',
    columns: 'id verdict_id grounds filed_at withdrawn_at',
    from: 'appeals t JOIN verdicts v ON v.id = t.verdict_id WHERE v.assessment_id =',
  },
  {
    name: 'appealDecisions',
    columns: 'appeal_id document_number outcome reasons decided_by decided_at pdf_sha256',
    people: 'decided_by',
    from: `appeal_decisions t JOIN appeals a ON a.id = t.appeal_id JOIN verdicts v ON v.id = a.verdict_id
      WHERE v.assessment_id =`,
  },
  {
    name: 'certificates',
    columns: 'id number document_number holder_name record issued_by issued_at previous_id reissue_reason',
    json: 'record',
    people: 'issued_by',
    from: own('certificates'),
  },
  {
    name: 'certificateDocuments',
    columns: 'id record_sha256 pdf_sha256 pdf_size signature_level made_at',
    from: 'certificate_documents t JOIN certificates c ON c.id = t.id WHERE c.assessment_id =',
  },
  {
    name: 'certificateRevocations',
    columns: 'id reason note revoked_by revoked_at',
    people: 'revoked_by',
    from: 'certificate_revocations t JOIN certificates c ON c.id = t.id WHERE c.assessment_id =',
  },
  {
    name: 'lookedAtBy',
    columns: 'item_id file_id user_id kind at via',
    people: 'user_id',
    from: ofItems('evidence_accesses', readable),
  },
  {
    name: 'deletions',
    columns: 'kind what why rule due_on deleted_by deleted_at sha256',
    json: 'what',
    people: 'deleted_by',
    from: own('tombstones'),
  },
];
