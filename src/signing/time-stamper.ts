import { X509Certificate } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config.js';
import { requestTimeStamp, TimeStampError } from './time-stamp-request.js';
import { judgeTimeStamp } from './time-stamp-token.js';

/** How long a person waits for the authority while a document of theirs is being made, for each stamp. */
const shortPatienceMs = 3000;
const patienceMs = 20_000;
/** For so long after an outage nobody waits for it again. */
const restMs = 60_000;

/** The time-stamping authority, if there is one (`TSA_URL`). */
@Injectable()
export class TimeStamper {
  private readonly log = new Logger('TimeStamping');
  private readonly anchors: X509Certificate[];
  private restsUntil = 0;

  constructor(private readonly config: Config) {
    this.anchors = config.tsaCertificates.map((certificate) => new X509Certificate(certificate));
  }

  /** Whether documents are to be time-stamped at all. */
  get isSet(): boolean {
    return this.config.tsaUrl !== null;
  }

  /** Whether it is worth asking now: not right after an outage. */
  get isAwake(): boolean {
    return this.isSet && performance.now() >= this.restsUntil;
  }

  /** The certificates of `TSA_CA`, as DER. */
  get certificates(): readonly Uint8Array[] {
    return this.config.tsaCertificates;
  }

  /** A time stamp over these bytes, held against them and against `TSA_CA` where that is set. Throws `TimeStampError`. */
  async stamp(parts: Buffer[], patience = patienceMs): Promise<Buffer> {
    if (this.config.tsaUrl === null) throw new TimeStampError('unreachable', 'No TSA_URL is set');
    const token = await requestTimeStamp(this.config.tsaUrl, parts, patience);
    const { finding } = judgeTimeStamp(token, parts, this.anchors);
    if (finding === 'time_stamp_trusted') return token;
    if (finding !== 'time_stamp_not_trusted') throw new TimeStampError('wrong_answer', finding);
    if (this.anchors.length > 0) throw new TimeStampError('not_trusted', 'Its certificate does not lead to TSA_CA');
    return token;
  }

  /** The same for a document that somebody waits for: nothing, soon, where the authority does not answer. */
  async stampSoon(parts: Buffer[]): Promise<Buffer | undefined> {
    if (!this.isAwake) return undefined;
    try {
      return await this.stamp(parts, shortPatienceMs);
    } catch (error) {
      if (!(error instanceof TimeStampError)) throw error;
      this.restsUntil = performance.now() + restMs;
      this.log.warn(`No time stamp (${error.code}): ${error.message}. Documents go out without, and are raised later.`);
      return undefined;
    }
  }
}
