import { Appeal, AppealDecision } from '../after-verdict/appeal.entity.js';
import { VerdictReceipt } from '../after-verdict/receipt.entity.js';
import { type Reader } from '../database/database.js';
import { type FileStore } from '../files/file-store.js';
import { newestRevision } from '../preservation/revisions.js';
import { VerdictNotification } from '../verdicts/notification.entity.js';
import { type Verdict } from '../verdicts/verdict.entity.js';
import { certificateEntries } from './certificates.js';
import { type Fault, json, type PackEntry, stored } from './pack-entry.js';

/** The verdict as it was issued, and everything that followed it. */
export async function* verdictEntries(
  reader: Reader,
  store: FileStore,
  verdict: Verdict,
  faults: Fault[],
): AsyncGenerator<PackEntry> {
  const { id: verdictId, record, recordSha256, pdfSha256 } = verdict;
  // Of what was deleted by rule R1 only the hash is left.
  if (record) {
    yield* await stored(store, faults, { name: 'verdict.pdf', part: 'verdict_pdf', sha256: pdfSha256 });
    const entry = { name: 'verdict-archived.pdf', part: 'verdict_pdf' } as const;
    yield* await raised(reader, store, faults, verdict, entry);
    yield { name: 'verdict.json', part: 'verdict_record', content: record, sha256: recordSha256 };
  }
  yield json('notifications.json', 'notifications', await reader.findBy(VerdictNotification, { verdictId }));
  yield json('receipts.json', 'receipts', await reader.findBy(VerdictReceipt, { verdictId }));
  yield* certificateEntries(reader, store, verdictId, faults);
  const appeal = await reader.findOneBy(Appeal, { verdictId });
  if (!appeal) return;
  const decision = await reader.findOneBy(AppealDecision, { appealId: appeal.id });
  const { record: decided = null, ...said } = decision ?? {};
  yield json('appeal.json', 'appeals', { ...appeal, decision: decision && said });
  if (!decision || !decided) return;
  yield* await stored(store, faults, { name: 'appeal-decision.pdf', part: 'appeal_pdf', sha256: decision.pdfSha256 });
  const entry = { name: 'appeal-decision-archived.pdf', part: 'appeal_pdf' } as const;
  yield* await raised(reader, store, faults, decision, entry);
  yield { name: 'appeal-decision.json', part: 'appeal_record', content: decided, sha256: decision.recordSha256 };
}

/** What a document has become since it was issued: its newest state, which begins with the bytes of every earlier one. */
async function raised(
  reader: Reader,
  store: FileStore,
  faults: Fault[],
  { documentNumber }: { documentNumber: string },
  entry: Pick<PackEntry, 'name' | 'part'>,
): Promise<PackEntry[]> {
  const newest = await newestRevision(reader, documentNumber);
  return newest && newest.number > 1 ? stored(store, faults, { ...entry, sha256: newest.sha256 }) : [];
}
