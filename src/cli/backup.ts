import { parseArgs } from 'node:util';
import { Config } from '../config.js';
import { readableSize } from '../files/uploads.js';
import { backUp } from '../integrity/backup.js';
import { complain, say, sayProblems } from '../integrity/say.js';
import { Refused } from '../integrity/refused.js';

/**
 * `backup --out DIR`: backs up the configured installation, whether its server runs or not. A folder with an earlier
 * backup gets only what is new. Answers 0 for a whole backup, 1 if files are missing or damaged, 2 if there is none.
 */
export async function main(args: string[]): Promise<number> {
  const out = readArguments(args);
  if (!out) return complain('backup_usage');
  try {
    const { manifest, copied, problems } = await backUp(new Config(), out);
    const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0);
    const { database, files, keys } = manifest;
    say('backup_database', { name: database.name, size: readableSize(database.size) });
    say('backup_files', { count: files.length, size: readableSize(bytes), copied });
    say('backup_keys', { count: keys.length });
    sayProblems(problems);
    say(problems.length > 0 ? 'backup_incomplete' : 'backup_done', { count: problems.length });
    return problems.length > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof Refused) return complain(error.key, error.params);
    return complain('not_possible', { reason: (error as Error).message });
  }
}

function readArguments(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { out: { type: 'string' } } }).values.out;
  } catch {
    return undefined;
  }
}
