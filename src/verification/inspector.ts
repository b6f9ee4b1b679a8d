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
  /** Every thread, with what waits for its answer. */
  private readonly threads = new Map<Worker, ((inspection: Inspection | null) => void) | null>();

  /** What the file says, or null if it could not be told within bounds. The bytes are copied to the thread. */
  inspect(bytes: Uint8Array, trust: Trusted): Promise<Inspection | null> {
    return new Promise((done) => {
      this.waiting.push({ bytes, trust, done });
      this.next();
    });
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.threads.keys()].map((thread) => thread.terminate()));
  }

  private next(): void {
    const thread = this.idle.pop() ?? (this.threads.size < mostThreads ? this.newThread() : undefined);
    if (!thread) return;
    const job = this.waiting.shift();
    if (job) this.work(thread, job);
    else this.rest(thread);
  }

  private work(thread: Worker, { bytes, trust, done }: Job): void {
    const timer = setTimeout(() => this.drop(thread), this.longestMs);
    this.threads.set(thread, (inspection) => {
      clearTimeout(timer);
      done(inspection);
    });
    thread.ref();
    thread.postMessage({ bytes, trust });
  }

  private newThread(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
    const thread = new Worker(this.file, { resourceLimits, stdout: true, stderr: true });
    thread.on('message', (inspection: Inspection) => {
      if (!this.threads.has(thread)) return; // ended meanwhile: it takes no other file
      this.answer(thread, inspection);
      this.rest(thread);
      this.next();
    });
    thread.on('error', () => this.drop(thread)).on('exit', () => this.drop(thread));
    this.threads.set(thread, null);
    return thread;
  }

  private answer(thread: Worker, inspection: Inspection | null): void {
    const waiting = this.threads.get(thread);
    this.threads.set(thread, null);
    waiting?.(inspection);
  }

  /** A thread that waits keeps nobody from ending. */
  private rest(thread: Worker): void {
    thread.unref();
    this.idle.push(thread);
  }

  /** Ends a thread: it took too long or too much, or ended by itself. */
  private drop(thread: Worker): void {
    if (!this.threads.has(thread)) return;
    this.answer(thread, null);
    this.threads.delete(thread);
    const at = this.idle.indexOf(thread);
    if (at >= 0) this.idle.splice(at, 1);
    void thread.terminate();
    if (this.waiting.length > 0) this.next();
  }
}
