import { Problem } from '../api/client';

/** Seconds between one try and the next: about ten minutes in all, of which time without a line is no part. */
const delays = [1, 2, 4, 8, 15, 30, 60, 60, 60, 120, 240];

const stopped = (): DOMException => new DOMException('stopped', 'AbortError');

/** Whether a line that broke or a server that is down is to blame, and not what was sent. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof Problem)) return false;
  return error.offline || error.code === 'upload_offset' || (error.status >= 500 && error.code !== 'storage_full');
}

/**
 * Does something over and over until it is done or refused: without a line it waits for one, and after a failure longer
 * each time. `work` is told whether it was tried before.
 */
export async function patiently<T>(work: (again: boolean) => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    await lineOrStop(signal);
    try {
      return await work(failures > 0);
    } catch (error) {
      const delay = delays[failures];
      if (!mayPass(error) || delay === undefined) throw error;
      if (navigator.onLine) await wait(delay, signal);
    }
  }
}

/** Resolves once the device says that it has a line. */
function lineOrStop(signal?: AbortSignal): Promise<void> {
  return until(signal, (done) => {
    if (navigator.onLine) return done();
    window.addEventListener('online', done, { once: true });
    return () => window.removeEventListener('online', done);
  });
}

/** A line that comes back ends the waiting early. */
function wait(seconds: number, signal?: AbortSignal): Promise<void> {
  return until(signal, (done) => {
    const timer = setTimeout(done, seconds * 1000);
    window.addEventListener('online', done, { once: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
    };
  });
}

/** Waits for `done` to be called, or rejects when the signal stops it. */
function until(signal: AbortSignal | undefined, begin: (done: () => void) => (() => void) | void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(stopped());
    let end: (() => void) | void = undefined;
    const stop = (): void => {
      end?.();
      reject(stopped());
    };
    signal?.addEventListener('abort', stop, { once: true });
    end = begin(() => {
      signal?.removeEventListener('abort', stop);
      end?.();
      resolve();
    });
  });
}
