import { spawn } from 'node:child_process';
import { Client } from 'pg';
import { Refused } from './refused.js';

/** Writes the whole database to `file`, as it is at one moment. */
export async function dumpPostgres(url: string, file: string): Promise<void> {
  await run('pg_dump', url, ['--format=custom', '--no-owner', '--no-privileges', `--file=${file}`]);
}

/** Puts a dump in the place of what the database holds: all of it, or nothing. */
export async function restorePostgres(url: string, file: string): Promise<void> {
  const options = ['--no-owner', '--no-privileges', '--clean', '--if-exists', '--single-transaction'];
  await run('pg_restore', url, [...options, '--exit-on-error', file]);
}

/** Whether the database has tables, and whether somebody else is connected to it. */
export async function lookAtPostgres(url: string): Promise<{ occupied: boolean; inUse: boolean }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ tables: string; others: string }>(
      `SELECT (SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()) AS tables,
              (SELECT count(*) FROM pg_stat_activity
               WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend') AS others`,
    );
    return { occupied: Number(rows[0]!.tables) > 0, inUse: Number(rows[0]!.others) > 0 };
  } finally {
    await client.end();
  }
}

/** The password goes by the environment: arguments are for all the machine to see. */
async function run(tool: 'pg_dump' | 'pg_restore', url: string, args: string[]): Promise<void> {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  const child = spawn(tool, [`--dbname=${address.href}`, ...args], {
    env: { ...process.env, ...(password && { PGPASSWORD: password }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve);
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? new Refused('tool_missing', { tool }) : error);
    });
  });
  if (code !== 0) throw new Refused('tool_failed', { tool, reason: said.trim().replace(/\s+/g, ' ') || String(code) });
}
