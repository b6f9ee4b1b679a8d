import { type Reader } from '../database/database.js';
import { Appeal, AppealDecision } from '../after-verdict/appeal.entity.js';
import { VerdictReceipt } from '../after-verdict/receipt.entity.js';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { Tombstone } from '../assessments/tombstone.entity.js';
import { AuthenticityCheck } from '../evidence/authenticity-check.entity.js';
import { Declaration } from '../evidence/declaration.entity.js';
import { Judgement } from '../judgements/judgement.entity.js';
import { SittingConclusion } from '../observations/sitting.entity.js';
import { PlanAcknowledgement } from '../plans/plan-acknowledgement.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { Attribution } from '../sufficiency/attribution.entity.js';
import { Waiver, WaiverWithdrawal } from '../sufficiency/waiver.entity.js';
import { DocumentRevision } from '../preservation/document-revision.entity.js';
import { VerdictNotification } from '../verdicts/notification.entity.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { type Problem } from './report.js';

type Data = Record<string, unknown>;
type Row = Record<string, string | number>;

/**
 * Rows whose making the audit log tells of, each with what it tells: `told` reads it from an entry's data, and `columns`
 * are the same from the row itself. A row that was put in, or changed, behind the server's back is in no entry.
 */
const kinds = [
  {
    action: 'verdict.given',
    told: (data: Data) => [verdictParts.map((part) => data[part])],
    entity: Verdict,
    table: 'verdicts',
    columns: ['id', 'document_number', 'outcome', 'record_sha256', 'pdf_sha256', 'signer_sha256'],
  },
  {
    action: 'claims.judged',
    told: (data: Data) => data.judgements as unknown[][],
    entity: Judgement,
    table: 'judgements',
    columns: ['id', 'claim_id', 'decision'],
  },
  {
    action: 'evidence.declared',
    told: (data: Data) => data.items as unknown[][],
    entity: Declaration,
    table: 'declarations',
    columns: ['item_id', 'content_sha256'],
  },
  {
    action: 'plan.made',
    told: (data: Data) => [[data.planId, data.version, data.settingsVersion]],
    entity: Plan,
    table: 'plans',
    columns: ['id', 'version', 'settings_version'],
  },
  {
    action: 'plan.acknowledged',
    told: (data: Data) => [[data.planId, data.contentSha256]],
    entity: PlanAcknowledgement,
    table: 'plan_acknowledgements',
    columns: ['plan_id', 'content_sha256'],
  },
  {
    action: 'evidence.checked',
    told: (data: Data) => [[data.checkId, data.evidenceId, data.kind]],
    entity: AuthenticityCheck,
    table: 'authenticity_checks',
    columns: ['id', 'item_id', 'kind'],
  },
  {
    action: 'sitting.concluded',
    told: (data: Data) => [[data.conclusionId, data.sittingId, data.sha256]],
    entity: SittingConclusion,
    table: 'sitting_conclusions',
    columns: ['id', 'sitting_id', 'content_sha256'],
  },
  {
    action: 'warning.waived',
    told: (data: Data) => [[data.waiverId, data.rule, data.problem]],
    entity: Waiver,
    table: 'waivers',
    columns: ['id', 'rule', 'problem'],
  },
  {
    action: 'waiver.withdrawn',
    told: (data: Data) => [[data.waiverId]],
    entity: WaiverWithdrawal,
    table: 'waiver_withdrawals',
    columns: ['id'],
  },
  {
    action: 'attribution.stated',
    told: (data: Data) => [[data.attributionId, data.targetRef, data.throughRef]],
    entity: Attribution,
    table: 'attributions',
    columns: ['id', 'target_ref', 'through_ref'],
  },
  {
    action: 'verdict.notified',
    told: (data: Data) => [[data.notificationId, data.verdictId, data.notifiedOn, data.appealUntil]],
    entity: VerdictNotification,
    table: 'verdict_notifications',
    columns: ['id', 'verdict_id', 'notified_on', 'appeal_until'],
  },
  {
    action: 'verdict.received',
    told: (data: Data) => [[data.receiptId, data.verdictId, data.documentSha256]],
    entity: VerdictReceipt,
    table: 'verdict_receipts',
    columns: ['id', 'verdict_id', 'document_sha256'],
  },
  {
    action: 'appeal.filed',
    told: (data: Data) => [[data.appealId, data.verdictId]],
    entity: Appeal,
    table: 'appeals',
    columns: ['id', 'verdict_id'],
  },
  {
    action: 'appeal.decided',
    told: (data: Data) => [['decisionId', ...decisionParts].map((part) => data[part])],
    entity: AppealDecision,
    table: 'appeal_decisions',
    columns: ['id', 'appeal_id', 'document_number', 'outcome', 'record_sha256', 'pdf_sha256', 'signer_sha256'],
  },
  {
    action: 'document.raised',
    told: (data: Data) => [[data.documentNumber, data.number, data.level, data.sha256]],
    entity: DocumentRevision,
    table: 'document_revisions',
    columns: ['document_number', 'number', 'level', 'sha256'],
    // The first state is told of with its document.
    where: 't.number > 1',
  },
  {
    action: 'records.deleted',
    told: (data: Data) => [[data.tombstoneId, data.kind, data.sha256]],
    entity: Tombstone,
    table: 'tombstones',
    columns: ['id', 'kind', 'sha256'],
  },
] as const;

const verdictParts = ['verdictId', 'documentNumber', 'outcome', 'recordSha256', 'pdfSha256', 'signerSha256'];

const decisionParts = ['appealId', 'documentNumber', 'outcome', 'recordSha256', 'pdfSha256', 'signerSha256'];

const pageSize = 1000;

/** Every verdict, judgement, declaration and check is one that the audit log tells of. */
export async function checkTold(reader: Reader): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { action, told, entity, table, columns, ...rest } of kinds) {
    // Rows first: their entries come in the same transaction, so that whatever is here now is in the log already.
    const rows = await reader
      .createQueryBuilder()
      .select(['t.id AS id', ...columns.map((column, i) => `t.${column} AS c${i}`)])
      .from(entity, 't')
      .where('where' in rest ? rest.where : '1 = 1')
      .orderBy('t.id')
      .getRawMany<Row>();
    const said = await sayings(reader, action, told);
    const untold = rows.filter((row) => !said.has(JSON.stringify(columns.map((_, i) => row[`c${i}`]))));
    problems.push(...untold.map(({ id }): Problem => ({ kind: 'audit_untold', subject: `${table}/${id}` })));
  }
  return problems;
}

/** All that entries of one action tell of. One that cannot be read tells of nothing. */
async function sayings(reader: Reader, action: string, told: (data: Data) => unknown[][]): Promise<Set<string>> {
  const said = new Set<string>();
  for (let after = 0; ;) {
    const entries = await reader
      .createQueryBuilder(AuditEntry, 'e')
      .where('e.action = :action AND e.seq > :after', { action, after })
      .orderBy('e.seq')
      .limit(pageSize)
      .getMany();
    for (const { data } of entries) {
      try {
        for (const parts of told(JSON.parse(data) as Data)) said.add(JSON.stringify(parts));
      } catch {
        continue;
      }
    }
    if (entries.length < pageSize) return said;
    after = entries.at(-1)!.seq;
  }
}
