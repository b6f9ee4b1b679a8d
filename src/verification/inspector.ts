import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Inspection, type Trusted } from './inspect.js';

/** Documents take milliseconds; a file that takes longer than this is made to keep us busy. */
const longestMs = 10_000;
/** What a thread may hold beside the file. */
const memoryMb = 256;
const mostThreads = 2;

interface Job {
  bytes: Uint8Array;
  trust: Trusted;
  done: (inspection: Inspection | null) => void;
}

/** Looks at files of strangers in threads of their own, which are ended if a file takes too long or too much memory. */
@Injectable()
export class Inspector implements OnModuleDestroy {
  protected readonly file: string = join(import.meta.dirname, 'inspect-worker.js');
  protected readonly longestMs: number = longestMs;
  private readonly waiting: Job[] = [];
  private readonly idle: Worker[] = [];
  private readonly threads = new Set<Worker>();

  /** What the file says, or null if it could not be told within bounds. The bytes are copied to the thread. */
  inspect(bytes: Uint8Array, trust: Trusted): Promise<Inspection | null> {
    return new Promise((done) => {
      this.waiting.push({ bytes, trust, done });
      this.next();
    });
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.threads].map((thread) => thread.terminate()));
  }

  private next(): void {
    const thread = this.idle.pop() ?? (this.threads.size < mostThreads ? this.newThread() : undefined);
    if (!thread) return;
    const job = this.waiting.shift();
    if (job) this.work(thread, job);
    else this.rest(thread);
  }

  private work(thread: Worker, { bytes, trust, done }: Job): void {
    const end = (inspection: Inspection | null): void => {
      clearTimeout(timer);
      thread.removeAllListeners();
      if (inspection) this.rest(thread);
      else this.drop(thread);
      done(inspection);
      if (this.waiting.length > 0) this.next();
    };
    const timer = setTimeout(() => end(null), this.longestMs);
    thread.once('message', (inspection: Inspection) => end(inspection));
    thread.once('error', () => end(null)).once('exit', () => end(null));
    thread.ref();
    thread.postMessage({ bytes, trust });
  }

  private newThread(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
    const thread = new Worker(this.file, { resourceLimits, stdout: true, stderr: true });
    this.threads.add(thread);
    return thread;
  }

  /** A thread that waits keeps nobody from ending. */
  private rest(thread: Worker): void {
    thread.once('error', () => this.drop(thread)).unref();
    this.idle.push(thread);
  }

  private drop(thread: Worker): void {
    this.threads.delete(thread);
    const at = this.idle.indexOf(thread);
    if (at >= 0) this.idle.splice(at, 1);
    thread.on('error', () => undefined);
    void thread.terminate();
  }
}
