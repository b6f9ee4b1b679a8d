import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const password = '印鑑密碼 Pass-1';

const keys = {
  rsa: ['-newkey', 'rsa:2048'],
  weak: ['-newkey', 'rsa:1024'],
  ec: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  ec384: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
};

interface Wanted {
  key?: keyof typeof keys;
  /** What the certificate is for, as openssl writes extensions. */
  extensions?: string[];
  /** Options of `openssl pkcs12 -export`. */
  options?: string[];
  /** Whether the file holds the authority's certificate too. */
  withChain?: boolean;
}

/** A certificate authority of openssl, such as a licensed one, and the PKCS#12 files it hands out. */
export class FileAuthority {
  private count = 0;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    const subject = ['-subj', '/C=TW/O=某某憑證公司/CN=某某憑證公司 Root', '-utf8'];
    const extensions = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
    this.openssl(
      'req',
      '-x509',
      ...keys.ec,
      '-nodes',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      '3650',
      ...subject,
      ...extensions,
    );
  }

  get rootFile(): string {
    return join(this.folder, 'ca.pem');
  }

  get root(): string {
    return readFileSync(this.rootFile, 'utf8');
  }

  /** The path of a new file. */
  issue({
    key = 'ec',
    extensions = ['keyUsage=critical,digitalSignature,nonRepudiation', 'extendedKeyUsage=emailProtection'],
    options = [],
    withChain = true,
  }: Wanted = {}): string {
    const name = `seal-${(this.count += 1)}`;
    writeFileSync(join(this.folder, `${name}.ext`), ['basicConstraints=critical,CA:false', ...extensions].join('\n'));
    const subject = ['-subj', '/C=TW/O=試金石職能評量中心/CN=試金石職能評量中心印鑑', '-utf8'];
    this.openssl('req', ...keys[key], '-nodes', '-keyout', `${name}.key`, '-out', `${name}.csr`, ...subject);
    const ca = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-days', '365', '-extfile', `${name}.ext`];
    this.openssl('x509', '-req', '-in', `${name}.csr`, ...ca, '-out', `${name}.pem`);
    const chain = withChain ? ['-certfile', 'ca.pem'] : [];
    const files = ['-inkey', `${name}.key`, '-in', `${name}.pem`, ...chain, '-out', `${name}.p12`];
    this.openssl('pkcs12', '-export', ...files, '-passout', `pass:${password}`, ...options);
    return join(this.folder, `${name}.p12`);
  }

  private openssl(...args: string[]): void {
    execFileSync('openssl', args, { cwd: this.folder, stdio: ['ignore', 'ignore', 'pipe'] });
  }
}
