import { parseArgs } from 'node:util';
import { Config } from '../config.js';
import { abandonedAgeMs } from '../files/file-store.js';
import { readableSize } from '../files/uploads.js';
import { checkIntegrity, type Kept } from '../integrity/check.js';
import { readManifestFile } from '../integrity/manifest.js';
import { looking } from '../integrity/open.js';
import { Refused } from '../integrity/refused.js';
import { type IntegrityReport } from '../integrity/report.js';
import { complain, say, sayProblems } from '../integrity/say.js';
import { sweepOrphans } from '../integrity/sweep.js';

interface Swept {
  orphans: number;
  staged: number;
}

/**
 * `fsck [--sweep] [--json] [--since MANIFEST]`: checks everything that is kept against everything else, and that the
 * audit log still holds the entry it ended with when the backup of that manifest was made; prints what is wrong.
 * Answers the exit code: 0 all is well, 1 something is wrong, 2 wrong usage or no database. The server may be running.
 */
export async function main(argv: string[]): Promise<number> {
  const wish = readArguments(argv);
  if (!wish) return complain('fsck_usage');
  try {
    const since = wish.since ? await readManifestFile(wish.since) : undefined;
    return await looking(new Config(), async (kept) => {
      const report = await checkIntegrity(kept, since && { since: since.audit });
      const swept = wish.sweep ? await sweep(kept, report) : null;
      if (wish.json) process.stdout.write(`${JSON.stringify({ ...report, swept })}\n`);
      else print(report, swept);
      return report.problems.length > 0 ? 1 : 0;
    });
  } catch (error) {
    if (error instanceof Refused) return complain(error.key, error.params);
    return complain('not_possible', { reason: (error as Error).message });
  }
}

function readArguments(args: string[]): { sweep: boolean; json: boolean; since?: string } | null {
  try {
    const flag = { type: 'boolean', default: false } as const;
    return parseArgs({ args, options: { sweep: flag, json: flag, since: { type: 'string' } } }).values;
  } catch {
    return null;
  }
}

async function sweep(kept: Kept, { orphans }: IntegrityReport): Promise<Swept> {
  return {
    orphans: await sweepOrphans(kept, orphans),
    staged: await kept.store.sweepStaged(abandonedAgeMs),
  };
}

function print(report: IntegrityReport, swept: Swept | null): void {
  const { files, fileRows, verdicts, observations, documents, certificates, auditEntries, orphans, problems } = report;
  const perSecond = (amount: number): number => Math.round(amount / Math.max(files.seconds, 0.001));
  say('fsck_files', {
    count: files.count,
    size: readableSize(files.bytes),
    rate: readableSize(perSecond(files.bytes)),
    perSecond: perSecond(files.count),
  });
  say('fsck_rows', { fileRows, verdicts, observations, documents, certificates });
  say('fsck_audit', { auditEntries });
  if (orphans.length > 0) say('fsck_orphans', { count: orphans.length });
  if (swept) say('fsck_swept', { ...swept });
  sayProblems(problems);
  if (problems.length > 0) say('fsck_wrong', { count: problems.length });
  else say('fsck_clean');
}
