import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { makeClient } from './client.js';

/** A server in a process of its own. */
export interface Served {
  url: string;
  /** Milliseconds from its being asked to start to its first answer. */
  startedIn: number;
  /** Resident memory in bytes; null where the system does not tell. */
  memory(): number | null;
  stop(): Promise<void>;
}

export const ourServer = resolve(import.meta.dirname, '../main.js');
export const bareServer = resolve(import.meta.dirname, 'bare-server.js');

const running = new Set<ChildProcess>();
const startMs = 60_000;
const stopMs = 10_000;

/** Starts a program of Node's that listens on the port it is told and answers `/health`. */
export async function serve(
  program: string,
  options: { env?: Record<string, string>; args?: (port: number) => string[] },
): Promise<Served> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { PATH: process.env.PATH, ...options.env, PORT: String(port), HOST: '127.0.0.1' };
  const start = performance.now();
  const child = spawn(process.execPath, [program, ...(options.args?.(port) ?? [])], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  await answering(url, child, start + startMs);
  const startedIn = performance.now() - start;
  return { url, startedIn, memory: () => memoryOf(child), stop: () => stop(child) };
}

/** For when the bench itself is interrupted. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

async function answering(url: string, child: ChildProcess, until: number): Promise<void> {
  const client = makeClient(url);
  try {
    while (performance.now() < until) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('The server ended before it answered');
      const healthy = await client.get('/health').catch(() => null);
      if (healthy) return;
      await setTimeout(3);
    }
    child.kill('SIGKILL');
    throw new Error(`The server did not answer within ${startMs} ms`);
  } finally {
    client.close();
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  if (!(await Promise.race([exited, setTimeout(stopMs, null, { ref: false })]))) child.kill('SIGKILL');
  await exited;
}

function memoryOf({ pid }: ChildProcess): number | null {
  try {
    const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return resident ? Number(resident) * 1024 : null;
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
