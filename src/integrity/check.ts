import { type Dialect, type Reader } from '../database/database.js';
import { type FileStore } from '../files/file-store.js';
import { type KeyStore } from '../signing/key-store.js';
import { checkAudit, checkDatabase } from './check-database.js';
import { checkFiles } from './check-files.js';
import {
  checkAppealDecisions,
  checkConclusions,
  checkDocuments,
  checkKeys,
  checkObservations,
  checkPlans,
  checkQuestionings,
  checkReports,
  checkVerdicts,
} from './check-rows.js';
import { checkTold } from './check-told.js';
import { type LastAudited } from './manifest.js';
import { type IntegrityReport } from './report.js';

/** What an installation keeps, opened for looking. */
export interface Kept {
  reader: Reader;
  dialect: Dialect;
  store: FileStore;
  keys: KeyStore;
}

/**
 * Holds everything that is kept against everything else that is kept; with `since`, also against where the audit log
 * ended when a backup was made. It changes nothing; the server may be running.
 */
export async function checkIntegrity(
  { reader, dialect, store, keys }: Kept,
  { since }: { since?: LastAudited } = {},
): Promise<IntegrityReport> {
  const database = await checkDatabase(reader, dialect);
  const untold = await checkTold(reader);
  const audit = await checkAudit(reader, since);
  const verdicts = await checkVerdicts(reader);
  const appeals = await checkAppealDecisions(reader);
  const plans = await checkPlans(reader);
  const observations = await checkObservations(reader);
  const questionings = await checkQuestionings(reader);
  const conclusions = await checkConclusions(reader);
  const reports = await checkReports(reader);
  const documents = await checkDocuments(reader);
  const certificates = await checkKeys(reader, keys);
  const files = await checkFiles(reader, store);
  const rows = [
    audit,
    verdicts,
    appeals,
    plans,
    observations,
    questionings,
    conclusions,
    reports,
    documents,
    certificates,
    files,
  ];
  return {
    ...files,
    verdicts: verdicts.count,
    observations: observations.count,
    documents: documents.count,
    certificates: certificates.count,
    auditEntries: audit.count,
    problems: [...database, ...untold, ...rows.flatMap(({ problems }) => problems)],
  };
}
