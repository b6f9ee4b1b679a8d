import { parseArgs } from 'node:util';
import { Config } from '../config.js';
import { complain, say, sayProblems } from '../integrity/say.js';
import { Refused } from '../integrity/refused.js';
import { restore } from '../integrity/restore.js';

/**
 * `restore --from DIR [--force]`: puts a backup in the place of what is configured; the server must not be running.
 * Answers 0 when restored, 1 if the backup is damaged (then nothing was changed, or what is whole was restored by
 * force), 2 if it is refused.
 */
export async function main(args: string[]): Promise<number> {
  const wish = readArguments(args);
  if (!wish?.from) return complain('restore_usage');
  try {
    const { manifest, problems, ended } = await restore(new Config(), wish.from, { force: wish.force });
    sayProblems(problems);
    const count = problems.length;
    if (!ended) {
      say('restore_damaged', { count });
      return 1;
    }
    const { madeAt, touchstone, files, keys } = manifest;
    say('restore_done', { madeAt, touchstone, files: files.length - count, keys: keys.length });
    say('restore_ended', { ...ended });
    if (count > 0) say('restore_partial', { count });
    return count > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof Refused) return complain(error.key, error.params);
    return complain('not_possible', { reason: (error as Error).message });
  }
}

function readArguments(args: string[]): { from?: string; force: boolean } | null {
  try {
    const options = { from: { type: 'string' }, force: { type: 'boolean', default: false } } as const;
    return parseArgs({ args, options }).values;
  } catch {
    return null;
  }
}
