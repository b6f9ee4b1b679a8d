import { type TimeStampAnswer, TimeStampResponder } from '../../src/bench/time-stamp-responder.js';

export { hasOpenssl } from '../../src/bench/time-stamp-responder.js';

/** What it does with a request: answers it, or one of the things that happen to authorities. */
export type Manner = 'answers' | 'fails' | 'hangs' | 'babbles' | 'refuses' | 'answers another' | 'floods' | 'mistypes';

const reply = 'application/timestamp-reply';

/** A real responder that can be told to misbehave. */
export class TimeStampAuthority extends TimeStampResponder {
  manner: Manner = 'answers';

  protected override async answer(query: Buffer): Promise<TimeStampAnswer> {
    if (this.manner === 'fails') return [503, 'text/plain', Buffer.from('out of order')];
    if (this.manner === 'babbles') return [200, reply, Buffer.from('<html>welcome</html>')];
    if (this.manner === 'floods') return [200, reply, Buffer.alloc(1024 * 1024, 0x30)];
    if (this.manner === 'hangs') return new Promise(() => undefined);
    if (this.manner === 'refuses') query = Buffer.from('no query');
    // The nonce is followed by the wish for certificates, three bytes at the end.
    if (this.manner === 'answers another') query[query.length - 4]! ^= 1;
    const [status, type, body] = await super.answer(query);
    return [status, this.manner === 'mistypes' ? 'text/html' : type, body];
  }
}
