import { type Answer, call, Problem } from '../api/client';
import { bearing } from './secret';

export type ThirdPartyForm = Answer<'/api/third-party-form', 'get'>;
export type Report = ThirdPartyForm['report'];

export type Saving =
  { state: 'saved'; at: string } | { state: 'changed' } | { state: 'sending' } | { state: 'failed'; problem: Problem };

/** Keeps what is written on the server, a moment after each change, one request after the other. */
export class Draft {
  private report: Report;
  private kept: Report;
  private timer: number | undefined;
  private running: Promise<ThirdPartyForm> | null = null;

  constructor(
    private readonly secret: string,
    private form: ThirdPartyForm,
    private readonly tell: (saving: Saving) => void,
  ) {
    this.report = this.kept = form.report;
  }

  get isKept(): boolean {
    return this.report === this.kept;
  }

  change(report: Report): void {
    this.report = report;
    this.tell({ state: 'changed' });
    this.flushIn(1_000);
  }

  /** When this resolves, all that was written so far is on the server. */
  flush(): Promise<ThirdPartyForm> {
    window.clearTimeout(this.timer);
    this.running ??= this.send().finally(() => (this.running = null));
    return this.running;
  }

  private async send(): Promise<ThirdPartyForm> {
    while (!this.isKept) {
      const report = this.report;
      this.tell({ state: 'sending' });
      try {
        const headers = { ...bearing(this.secret), 'If-Match': `"${this.form.revision}"` };
        this.form = await call('put', '/api/third-party-form', { headers, body: report });
        this.kept = report;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        this.tell({ state: 'failed', problem: error });
        if (error.offline) this.flushIn(4_000);
        throw error;
      }
    }
    this.tell({ state: 'saved', at: this.form.updatedAt });
    return this.form;
  }

  private flushIn(milliseconds: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.flush().catch(() => undefined); // it was told
    }, milliseconds);
  }
}
