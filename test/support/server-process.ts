import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

const root = resolve(import.meta.dirname, '../..');

/** Compiles the server once, unless it is compiled. */
export const build = (): Promise<unknown> => promisify(execFile)(process.execPath, [join(root, 'scripts/build.mjs')]);

/** How a process ended: by itself with a code, or by a signal. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A real server in a process of its own, on a free port. */
export class ServerProcess {
  private constructor(
    readonly url: string,
    readonly firstPassword: string | null,
    private readonly process: ChildProcess,
    private readonly ended: Promise<Ended>,
  ) {}

  /** Resolves once it has printed its address; throws with its last words if it ends before. */
  static start(env: Record<string, string>): Promise<ServerProcess> {
    const child = spawn(process.execPath, [join(root, 'dist/main.js')], { env: bare(env) });
    const ended = new Promise<Ended>((done) => child.once('exit', (code, signal) => done({ code, signal })));
    let said = '';
    return new Promise((started, failed) => {
      const listen = (text: Buffer): void => {
        said += text.toString();
        const url = /Touchstone 試金石 {2}(\S+)\n/.exec(said)?.[1];
        const password = /First sign-in: {2}\S+ {2}(\S+)/.exec(said)?.[1] ?? null;
        if (url) started(new ServerProcess(url.replace('localhost', '127.0.0.1'), password, child, ended));
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      void ended.then(({ code, signal }) => {
        const words = `the server ended (${signal ?? code}): ${said.slice(-2000)}`;
        if (code) process.stderr.write(`${words}\n`); // its callers only see connections that break
        failed(new Error(words));
      });
    });
  }

  /** With SIGKILL as the power would go; with SIGTERM as it should end. */
  end(signal: NodeJS.Signals): Promise<Ended> {
    this.process.kill(signal);
    return this.ended;
  }
}

/** What one or more server processes share: a folder, and on PostgreSQL a database. */
export class Installation {
  readonly folder = mkdtempSync(join(tmpdir(), 'touchstone-servers-'));
  readonly running = new Set<ServerProcess>();
  private database: string | null = null;

  async env(): Promise<Record<string, string>> {
    const paths = { DATA_DIR: join(this.folder, 'data'), UPLOADS_DIR: join(this.folder, 'uploads') };
    const env = { ...paths, PORT: '0', LOG_LEVEL: 'error', KEY_PASSPHRASE: 'correct horse battery staple' };
    const server = process.env.TEST_DATABASE_URL;
    if (!server) return env;
    if (!this.database) {
      this.database = `servers_${process.pid}_${Math.random().toString(36).slice(2)}`;
      await admin(`CREATE DATABASE "${this.database}"`);
    }
    const url = new URL(server);
    url.pathname = `/${this.database}`;
    return { ...env, DATABASE_URL: url.href };
  }

  async start(): Promise<ServerProcess> {
    const server = await ServerProcess.start(await this.env());
    this.running.add(server);
    return server;
  }

  async kill(server: ServerProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<Ended> {
    this.running.delete(server);
    return server.end(signal);
  }

  /** Runs a command of the project on this installation, as a person would beside the running server. */
  async command(name: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const env = bare(await this.env());
    return new Promise((done) => {
      const script = [join(root, 'scripts/run.mjs'), name, ...args];
      execFile(process.execPath, script, { env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
        done({ code: error ? Number(error.code) : 0, stdout, stderr });
      });
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.running].map((server) => this.kill(server)));
    rmSync(this.folder, { recursive: true, force: true });
    if (this.database) await admin(`DROP DATABASE "${this.database}" WITH (FORCE)`);
  }
}

/** Nothing of the test's own environment reaches a server but what every process needs. */
function bare(env: Record<string, string>): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR && { TMPDIR }), ...env };
}

async function admin(sql: string): Promise<void> {
  const client = new Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
