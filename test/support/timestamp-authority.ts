import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fromPem } from '../../src/signing/pem.js';

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

const run = promisify(execFile);

/** What it does with a request: answers it, or one of the things that happen to authorities. */
export type Manner = 'answers' | 'fails' | 'hangs' | 'babbles' | 'refuses' | 'answers another' | 'floods' | 'mistypes';

const config = `
[tsa]
default_tsa = it
[it]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
certs = chain.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

const extensions = 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n';

/** A real responder (openssl ts) behind HTTP, with an authority of its own. */
export class TimeStampAuthority {
  manner: Manner = 'answers';
  /** Requests that came, whatever became of them. */
  asked = 0;
  readonly folder = mkdtempSync(join(tmpdir(), 'tsa-'));
  private server: Server;
  private certified = 0;

  static async open(): Promise<TimeStampAuthority> {
    const authority = new TimeStampAuthority();
    const usage = ['-days', '7300', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
    authority.openssl('req', '-x509', ...newKey('ca.key'), '-out', 'ca.pem', ...usage, ...subject('Root'));
    writeFileSync(join(authority.folder, 'tsa.cnf'), config);
    writeFileSync(join(authority.folder, 'serial'), '01\n');
    authority.certify();
    authority.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        authority.asked += 1;
        void authority.answer(Buffer.concat(chunks)).then((answer) => {
          const [status, type, body] = answer;
          response.writeHead(status, { 'Content-Type': type }).end(body);
        });
      });
    });
    await new Promise<void>((resolve) => authority.server.listen(0, '127.0.0.1', resolve));
    return authority;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  get root(): Buffer {
    return fromPem('CERTIFICATE', readFileSync(this.rootFile, 'utf8'))[0]!;
  }

  get rootFile(): string {
    return join(this.folder, 'ca.pem');
  }

  /** Takes a new certificate, which ends so many days from today. */
  certify({ days = 365, purpose = 'critical,timeStamping' } = {}): void {
    const name = `Time ${++this.certified}`;
    writeFileSync(join(this.folder, 'tsa.ext'), `${extensions}extendedKeyUsage=${purpose}\n`);
    this.openssl('req', '-new', ...newKey('tsa.key'), '-out', 'tsa.csr', ...subject(name));
    const issuer = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-set_serial', String(this.certified), '-days', String(days)];
    this.openssl('x509', '-req', '-in', 'tsa.csr', ...issuer, '-extfile', 'tsa.ext', '-out', 'tsa.pem');
    writeFileSync(join(this.folder, 'chain.pem'), readFileSync(this.rootFile));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async answer(query: Buffer): Promise<[status: number, type: string, body: Buffer]> {
    const reply = 'application/timestamp-reply';
    if (this.manner === 'fails') return [503, 'text/plain', Buffer.from('out of order')];
    if (this.manner === 'babbles') return [200, reply, Buffer.from('<html>welcome</html>')];
    if (this.manner === 'floods') return [200, reply, Buffer.alloc(1024 * 1024, 0x30)];
    if (this.manner === 'hangs') return new Promise(() => undefined);
    if (this.manner === 'refuses') query = Buffer.from('no query');
    // The nonce is followed by the wish for certificates, three bytes at the end.
    if (this.manner === 'answers another') query[query.length - 4]! ^= 1;
    const name = `${this.asked}.tsq`;
    writeFileSync(join(this.folder, name), query);
    const args = ['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', name, '-out', `${name}.tsr`];
    await run('openssl', args, { cwd: this.folder });
    return [200, this.manner === 'mistypes' ? 'text/html' : reply, readFileSync(join(this.folder, `${name}.tsr`))];
  }

  private openssl(...args: string[]): void {
    const { status, stderr } = spawnSync('openssl', args, { cwd: this.folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }
}

const newKey = (file: string): string[] => [
  '-newkey',
  'ec',
  '-pkeyopt',
  'ec_paramgen_curve:prime256v1',
  '-nodes',
  '-keyout',
  file,
];

const subject = (name: string): string[] => ['-subj', `/O=Test Time/CN=${name}`];
