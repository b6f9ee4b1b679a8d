import 'reflect-metadata';
import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { Config } from '../config.js';
import { writeOptions } from '../database/data-source.js';
import { Database } from '../database/database.js';
import { accountTexts } from '../i18n/accounts.js';
import { fill, locales, type TextParams } from '../i18n/i18n.js';
import { PasswordResets } from '../people/password-resets.service.js';

type Write = (text: string) => void;
type Key = keyof (typeof accountTexts)['en'];

/**
 * `reset-password EMAIL`: gives an account a one-time password and prints it this once, whether the server runs or not.
 * It is the way back in for an operator who lost theirs. Answers 0 done, 1 no such account, 2 wrong usage or no database.
 */
export async function main(
  args: string[],
  config = new Config(),
  write: Write = (text) => process.stdout.write(text),
  complain: Write = (text) => process.stderr.write(text),
): Promise<number> {
  const email = readArguments(args);
  if (!email) return say(complain, 2, 'usage');
  try {
    const password = await onDatabase(config, (db) => new PasswordResets(db, new Clock()).resetFromConsole(email));
    return say(write, 0, 'reset', { email, password });
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return say(complain, 1, 'unknown', { email });
    return say(complain, 2, 'not_possible', { reason: (error as Error).message });
  }
}

function readArguments(args: string[]): string | undefined {
  try {
    const { positionals } = parseArgs({ args, allowPositionals: true });
    return positionals.length === 1 ? positionals[0] : undefined;
  } catch {
    return undefined;
  }
}

async function onDatabase<T>(config: Config, work: (db: Database) => Promise<T>): Promise<T> {
  if (!config.databaseUrl) await access(config.sqliteFile); // the driver would make an empty one
  const source = await new DataSource(writeOptions(config)).initialize();
  try {
    return await work(new Database(source, config));
  } finally {
    await source.destroy();
  }
}

/** In Chinese with English beneath; no control character of what was typed reaches the terminal. */
function say(write: Write, code: number, key: Key, params?: TextParams): number {
  const [chinese, english] = locales.map((locale) => fill(accountTexts[locale][key], params, locale));
  write(`${chinese}\n  ${english}`.replace(/[^\P{Cc}\n]/gu, '�') + '\n');
  return code;
}
