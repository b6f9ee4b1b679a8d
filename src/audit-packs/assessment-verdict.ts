import { Appeal, AppealDecision } from '../after-verdict/appeal.entity.js';
import { VerdictReceipt } from '../after-verdict/receipt.entity.js';
import { type Reader } from '../database/database.js';
import { type FileStore } from '../files/file-store.js';
import { VerdictNotification } from '../verdicts/notification.entity.js';
import { type Verdict } from '../verdicts/verdict.entity.js';
import { certificateEntries } from './certificates.js';
import { issuedPdf } from './issued-pdf.js';
import { type Fault, json, type PackEntry } from './pack-entry.js';

/** The verdict as it was issued, and everything that followed it. */
export async function* verdictEntries(
  reader: Reader,
  store: FileStore,
  verdict: Verdict,
  faults: Fault[],
): AsyncGenerator<PackEntry> {
  const { id: verdictId, record, recordSha256 } = verdict;
  // Of what was deleted by rule R1 only the hash is left.
  if (record) {
    yield* await issuedPdf(reader, store, faults, verdict, { name: 'verdict', part: 'verdict_pdf' });
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
  yield* await issuedPdf(reader, store, faults, decision, { name: 'appeal-decision', part: 'appeal_pdf' });
  yield { name: 'appeal-decision.json', part: 'appeal_record', content: decided, sha256: decision.recordSha256 };
}
