import { Problem } from '../api/client';

export type Saving =
  | { state: 'new' }
  | { state: 'saved'; at: string }
  | { state: 'changed' }
  | { state: 'sending' }
  | { state: 'failed'; problem: Problem };

/**
 * Keeps what is written on the server, a moment after each change, one request after the other. `Kept` is what the server
 * answered last: its revision is in it, so that two pages cannot overwrite each other unseen.
 */
export class Draft<Content, Kept> {
  private held: Content;
  /** What may have been received though its answer never came. */
  private unsure: Content | undefined;
  private timer: number | undefined;
  private running: Promise<Kept> | null = null;

  constructor(
    private wanted: Content,
    private kept: Kept,
    private readonly put: (content: Content, kept: Kept) => Promise<Kept>,
    private readonly tell: (saving: Saving) => void,
  ) {
    this.held = wanted;
  }

  get isKept(): boolean {
    return this.wanted === this.held;
  }

  change(content: Content): void {
    this.wanted = content;
    this.tell({ state: 'changed' });
    this.flushIn(1_000);
  }

  /** When this resolves, all that was written so far is on the server. */
  flush(): Promise<Kept> {
    window.clearTimeout(this.timer);
    this.running ??= this.send().finally(() => (this.running = null));
    return this.running;
  }

  private async send(): Promise<Kept> {
    if (this.isKept) return this.kept;
    while (!this.isKept) {
      // What may be there is sent again as it was: the same changes nothing, and the answer tells its revision.
      const content = this.unsure ?? this.wanted;
      this.tell({ state: 'sending' });
      try {
        this.kept = await this.put(content, this.kept);
        this.held = content;
        this.unsure = undefined;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        this.tell({ state: 'failed', problem: error });
        this.unsure = error.offline ? content : undefined;
        if (error.offline || error.status >= 500) this.flushIn(4_000);
        throw error;
      }
    }
    this.tell({ state: 'saved', at: new Date().toISOString() });
    return this.kept;
  }

  private flushIn(milliseconds: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.flush().catch(() => undefined); // it was told
    }, milliseconds);
  }
}
