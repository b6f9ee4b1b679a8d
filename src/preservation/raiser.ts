import { Injectable, Logger } from '@nestjs/common';
import { Authorities } from '../signing/authorities.service.js';
import { raise } from '../signing/raise.js';
import { type Signer } from '../signing/signer.js';
import { TimeStampError } from '../signing/time-stamp-request.js';
import { TimeStamper } from '../signing/time-stamper.js';

/** Time-stamps signatures and documents, where an authority for that is set. */
@Injectable()
export class Raiser {
  private readonly log = new Logger('Preservation');

  constructor(
    private readonly stamper: TimeStamper,
    private readonly authorities: Authorities,
  ) {}

  get isSet(): boolean {
    return this.stamper.isSet;
  }

  /** The same signer, whose signatures are time-stamped as they are made, if that can be had soon. */
  stamping(signer: Signer): Signer {
    return this.isSet ? { ...signer, timeStamp: (value) => this.stamper.stampSoon([value]) } : signer;
  }

  /** The signed file at the highest level if that can be had soon, else as it is: an outage never holds up a document. */
  async raiseSoon(pdf: Buffer, bodyId: string): Promise<Buffer> {
    if (!this.stamper.isAwake) return pdf;
    try {
      return await this.raise(pdf, bodyId, (parts) => this.stamper.stampSoon(parts));
    } catch (error) {
      if (!(error instanceof TimeStampError)) this.log.error({ err: error }, 'A new document could not be raised');
      return pdf;
    }
  }

  /** The file at the highest level, or there once more. Throws `TimeStampError`, and whatever else goes wrong. */
  async raise(
    pdf: Buffer,
    bodyId: string,
    stamp: (parts: Buffer[]) => Promise<Buffer | undefined> = (parts) => this.stamper.stamp(parts),
  ): Promise<Buffer> {
    const { crls } = await this.authorities.revocationsFor(bodyId);
    const stampOrThrow = async (parts: Buffer[]): Promise<Buffer> => {
      const token = await stamp(parts);
      if (token) return token;
      throw new TimeStampError('unreachable', 'The authority gave no time stamp');
    };
    return raise(pdf, stampOrThrow, { certificates: this.stamper.certificates, crls });
  }
}
