import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fromPem } from '../signing/pem.js';

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

const run = promisify(execFile);

export type TimeStampAnswer = [status: number, type: string, body: Buffer];

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

/** A real responder (openssl ts, RFC 3161) behind HTTP on this machine, with an authority of its own. */
export class TimeStampResponder {
  /** Requests that came, whatever became of them. */
  asked = 0;
  readonly folder = mkdtempSync(join(tmpdir(), 'tsa-'));
  private server: Server;
  private certified = 0;

  static async open<T extends TimeStampResponder>(this: new () => T): Promise<T> {
    const responder = new this();
    const usage = ['-days', '7300', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
    responder.openssl('req', '-x509', ...newKey('ca.key'), '-out', 'ca.pem', ...usage, ...subject('Root'));
    writeFileSync(join(responder.folder, 'tsa.cnf'), config);
    writeFileSync(join(responder.folder, 'serial'), '01\n');
    responder.certify();
    responder.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        responder.asked += 1;
        void responder.answer(Buffer.concat(chunks)).then(([status, type, body]) => {
          response.writeHead(status, { 'Content-Type': type }).end(body);
        });
      });
    });
    await new Promise<void>((resolve) => responder.server.listen(0, '127.0.0.1', resolve));
    return responder;
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

  protected async answer(query: Buffer): Promise<TimeStampAnswer> {
    const name = `${this.asked}.tsq`;
    writeFileSync(join(this.folder, name), query);
    const args = ['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', name, '-out', `${name}.tsr`];
    await run('openssl', args, { cwd: this.folder });
    return [200, 'application/timestamp-reply', readFileSync(join(this.folder, `${name}.tsr`))];
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
