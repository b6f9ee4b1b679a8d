import 'reflect-metadata';
import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { Config } from '../config.js';
import { writeOptions } from '../database/data-source.js';
import { Database } from '../database/database.js';
import { signingByHand } from '../signing/by-hand.js';
import {
  compromise,
  list,
  renew,
  revoke,
  rotateIssuing,
  rotateSeal,
} from '../signing/ceremonies/authority-commands.js';
import { type Terminal, inBoth, Told } from '../signing/ceremonies/terminal.js';
import { changePassphrase, exportRoot, importRoot, newAuthority } from '../signing/ceremonies/custody-commands.js';
import { importSeal } from '../signing/ceremonies/seal-commands.js';
import { FileKeyStore } from '../signing/file-key-store.js';
import { keyStoreFor } from '../signing/key-store-for.js';

type Write = (text: string) => void;

interface Surroundings {
  config: Config;
  clock: Clock;
  files: FileKeyStore;
  env: NodeJS.ProcessEnv;
  write: Write;
  complain: Write;
}

const options = {
  body: { type: 'string' },
  reason: { type: 'string' },
  out: { type: 'string' },
  in: { type: 'string' },
  chain: { type: 'string' },
  remove: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
} as const;
type Wish = ReturnType<typeof parse>;

const commands: Record<string, (terminal: Terminal, wish: Wish) => Promise<void>> = {
  list: (terminal, { values }) => list(terminal, values.body),
  renew: (terminal) => renew(terminal),
  revoke: (terminal, { values, positionals }) => revoke(terminal, positionals[1] ?? '', values.reason),
  'rotate-issuing': (terminal, { values }) => rotateIssuing(terminal, values.body),
  'rotate-seal': (terminal, { values }) => rotateSeal(terminal, values.body),
  compromise: (terminal, { values, positionals }) => compromise(terminal, positionals[1], values.body),
  'import-seal': (terminal, { values, positionals }) => importSeal(terminal, positionals[1], values),
  'export-root': (terminal, { values }) => exportRoot(terminal, values),
  'import-root': (terminal, { values }) => importRoot(terminal, values.in),
  'change-passphrase': (terminal) => changePassphrase(terminal),
  'new-authority': (terminal, { values }) => newAuthority(terminal, values.yes),
};

/**
 * `keys COMMAND`: looks after the signing keys, whether the server runs or not: it asks the register about every key
 * before it signs. Answers 0 done, 1 not done, 2 wrong usage or no database.
 */
export async function main(args: string[], given: Partial<Surroundings> = {}): Promise<number> {
  const write = given.write ?? ((text) => void process.stdout.write(text));
  const complain = given.complain ?? ((text) => void process.stderr.write(text));
  const fail = (key: Parameters<typeof inBoth>[0], params: Told['params'], code: number): number => {
    complain(inBoth(key, params));
    return code;
  };
  try {
    const wish = parse(args);
    const [name = ''] = wish.positionals;
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) return fail('usage', {}, 2);
    await onDatabase(given.config ?? new Config(), given, write, (terminal) => command(terminal, wish));
    return 0;
  } catch (error) {
    if (error instanceof Told) return fail(error.key, error.params, error.code);
    if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) return fail('usage', {}, 2);
    if (error instanceof DomainError && error.code === 'signing_unavailable') return fail('unavailable', {}, 1);
    return fail('not_possible', { reason: (error as Error).message }, 2);
  }
}

const parse = (args: string[]) => parseArgs({ args, options, allowPositionals: true });

async function onDatabase(
  config: Config,
  { clock = new Clock(), files = new FileKeyStore(config), env = process.env }: Partial<Surroundings>,
  write: Write,
  work: (terminal: Terminal) => Promise<void>,
): Promise<void> {
  if (!config.databaseUrl) await access(config.sqliteFile); // the driver would make an empty one
  const source = await new DataSource(writeOptions(config)).initialize();
  const db = new Database(source, config);
  try {
    // A server of another version may be running on it.
    if (await source.showMigrations()) throw new Told('old_database', {}, 2);
    await db.start();
    const say: Terminal['say'] = (key, params) => write(inBoth(key, params));
    const services = signingByHand(db, clock, keyStoreFor(config, files), config);
    await work({ ...services, db, clock, config, files, env, say });
  } finally {
    await db.onApplicationShutdown();
    await source.destroy();
  }
}
