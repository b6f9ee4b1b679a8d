import { type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  from: string;
  to: string[];
  /** The message as it came over the wire. */
  raw: string;
  headers: Map<string, string>;
  text: string;
}

/** A mail server on this machine that keeps what it is given. */
export class MailServer {
  readonly received: Received[] = [];
  /** What to answer a recipient instead of taking the mail. */
  refuseWith: { code: number; text: string } | null = null;
  private server: SMTPServer | null = null;
  port = 0;

  /** Starts, again on the same port if it has had one. */
  async start(): Promise<this> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: (_, __, callback) => {
        const { refuseWith } = this;
        callback(refuseWith && Object.assign(new Error(refuseWith.text), { responseCode: refuseWith.code }));
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const to = rcptTo.map(({ address }) => address);
          this.received.push({ from: mailFrom ? mailFrom.address : '', to, ...read(Buffer.concat(chunks)) });
          callback();
        });
      },
    });
    await new Promise<void>((done) => server.listen(this.port, '127.0.0.1', done));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
    return this;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await new Promise<void>((done) => server.close(done));
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  to(address: string): Received[] {
    return this.received.filter(({ to }) => to.includes(address));
  }
}

/** A message of one plain-text part, decoded. */
function read(bytes: Buffer): Pick<Received, 'raw' | 'headers' | 'text'> {
  const raw = bytes.toString('latin1');
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.split(':')[0]!.toLowerCase(), words(line.replace(/^[^:]*:\s*/, ''))]),
  );
  const body = raw.slice(end + 4);
  const decoders: Record<string, () => Buffer> = {
    base64: () => Buffer.from(body, 'base64'),
    'quoted-printable': () => quotedPrintable(body.replace(/=\r\n/g, '')),
  };
  const decode = decoders[headers.get('content-transfer-encoding') ?? ''] ?? (() => Buffer.from(body, 'latin1'));
  return { raw, headers, text: decode().toString('utf8').replace(/\r\n/g, '\n') };
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

/** Encoded words (RFC 2047) as what they say. */
function words(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, way: string, text: string) => {
      const bytes = way.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedPrintable(text.replace(/_/g, ' '));
      return bytes.toString('latin1');
    })
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}
