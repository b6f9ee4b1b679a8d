import { DomainError } from '../common/errors.js';

/** How many may be in, in all and of one kind, and how many may wait; kinds do not wait for one another. */
interface Bounds {
  all: number;
  ofOne: number;
  waiting: number;
}

/** A few places that are given in turn. */
export class Places {
  private readonly taken: string[] = [];
  private readonly waiting: { kind: string; enter: () => void }[] = [];

  constructor(private readonly bounds: Bounds) {}

  /**
   * Waits for a place and does the work there; who is `gone` waits no more, and the signal's reason is thrown.
   * Throws `throttled` where too many wait already.
   */
  async within<T>(kind: string, gone: AbortSignal, work: () => Promise<T>): Promise<T> {
    gone.throwIfAborted();
    if (this.waiting.length >= this.bounds.waiting) {
      throw new DomainError('throttled', { seconds: 5 }, { retryAfter: 5 });
    }
    await this.place(kind, gone);
    try {
      return await work();
    } finally {
      this.taken.splice(this.taken.indexOf(kind), 1);
      this.admit();
    }
  }

  private place(kind: string, gone: AbortSignal): Promise<void> {
    return new Promise((enter, leave) => {
      const one = { kind, enter };
      this.waiting.push(one);
      gone.addEventListener('abort', () => {
        const at = this.waiting.indexOf(one);
        if (at < 0) return; // it is in, and gives its place back itself
        this.waiting.splice(at, 1);
        leave(gone.reason as Error);
      });
      this.admit();
    });
  }

  private admit(): void {
    const { all, ofOne } = this.bounds;
    const free = (kind: string): boolean => this.taken.filter((one) => one === kind).length < ofOne;
    const at = this.taken.length < all ? this.waiting.findIndex(({ kind }) => free(kind)) : -1;
    const [next] = at < 0 ? [] : this.waiting.splice(at, 1);
    if (!next) return;
    this.taken.push(next.kind);
    next.enter();
  }
}
