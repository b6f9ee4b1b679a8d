import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { renderCertificate } from '../documents/certificate.js';
import { type CertificateRecord } from '../documents/certificate-record.js';
import { type RenderOptions } from '../documents/document.js';
import { type Drawn, type ToDraw } from './render-worker.js';

const threads = 2;
/** Compiled code only: where the sources are run as they are, there is no file for a thread to load. */
const program = fileURLToPath(new URL('./render-worker.js', import.meta.url));

interface Thread {
  worker: Worker;
  waiting: Map<number, { resolve: (pdf: Buffer) => void; reject: (error: Error) => void }>;
}

/**
 * Draws certificates: in this thread one by one, and in threads of their own while many are made, so that the server
 * goes on answering. A thread reads the fonts once, which takes a second, and then lives as long as it is needed.
 */
@Injectable()
export class Renderer implements OnModuleDestroy {
  private pool: Thread[] = [];
  private users = 0;
  private jobs = 0;

  /** Draws in threads while `work` lasts. */
  async inThreads<T>(work: () => Promise<T>): Promise<T> {
    this.users += 1;
    try {
      return await work();
    } finally {
      this.users -= 1;
      if (this.users === 0) this.dismiss();
    }
  }

  async render(record: CertificateRecord, options: RenderOptions): Promise<Buffer> {
    if (this.users === 0 || !existsSync(program)) return renderCertificate(record, options);
    if (this.pool.length < threads) this.pool.push(this.begin());
    const thread = this.pool.reduce((least, one) => (one.waiting.size < least.waiting.size ? one : least));
    const id = (this.jobs += 1);
    return new Promise((resolve, reject) => {
      thread.waiting.set(id, { resolve, reject });
      thread.worker.postMessage({ id, record, options } satisfies ToDraw);
    });
  }

  async onModuleDestroy(): Promise<void> {
    const { pool } = this;
    this.pool = [];
    await Promise.all(pool.map(({ worker }) => worker.terminate()));
  }

  private begin(): Thread {
    const thread: Thread = { worker: new Worker(program), waiting: new Map() };
    const { worker, waiting } = thread;
    worker.unref();
    worker.on('message', ({ id, pdf, error }: Drawn) => {
      const job = waiting.get(id);
      waiting.delete(id);
      if (pdf) job?.resolve(Buffer.from(pdf));
      else job?.reject(new Error(error));
      if (waiting.size === 0 && !this.pool.includes(thread)) void worker.terminate();
    });
    const fail = (error: Error): void => {
      this.pool = this.pool.filter((one) => one !== thread);
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('the thread that draws certificates ended')));
    return thread;
  }

  /** A thread may still be drawing for somebody who came by while many were made: it ends after that. */
  private dismiss(): void {
    for (const { worker, waiting } of this.pool) if (waiting.size === 0) void worker.terminate();
    this.pool = [];
  }
}
