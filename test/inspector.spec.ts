import { deflateSync } from 'node:zlib';
import { resolve } from 'node:path';
import { Inspector } from '../src/verification/inspector.js';
import { certificateToPem } from '../src/signing/pem.js';
import { signPdf } from '../src/signing/pades.js';
import { signingWorld, type SigningWorld } from './support/cryptography.js';
import { build } from './support/server-process.js';
import { tinyPdf } from './support/tiny-pdf.js';

/** As it is served: its thread runs the compiled code. */
class Compiled extends Inspector {
  protected override readonly file = resolve(import.meta.dirname, '../dist/verification/inspect-worker.js');
}
class Impatient extends Compiled {
  protected override readonly longestMs = 1;
}

let world: SigningWorld;
let trust: { roots: string; timeStampRoots: string };
const inspectors: Inspector[] = [];
const opened = (inspector: Inspector) => {
  inspectors.push(inspector);
  return inspector;
};
beforeAll(async () => {
  await build();
  world = await signingWorld();
  trust = { roots: certificateToPem(world.authority.root.certificate), timeStampRoots: '' };
});
afterAll(() => Promise.all(inspectors.map((inspector) => inspector.onModuleDestroy())));

const record = JSON.stringify({ documentNumber: 'TS-2026-7K3M-Q2XW' });

describe('the threads in which files of strangers are looked at', () => {
  it('tell what a file says, many at once, and leave the bytes as they were', async () => {
    const inspector = opened(new Compiled());
    const signed = await signPdf(tinyPdf({ record }), world.signer);
    const copy = Buffer.from(signed);
    const found = await Promise.all(Array.from({ length: 8 }, () => inspector.inspect(signed, trust)));
    for (const one of found) expect(one).toMatchObject({ numbers: ['TS-2026-7K3M-Q2XW'] });
    expect(signed.equals(copy)).toBe(true);
  });

  it('survive 20 MB of what is hostile', async () => {
    const inspector = opened(new Compiled());
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024)).toString('latin1');
    const hostile = [
      Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20 * 1024 * 1024 - 9, '<<')]),
      Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n'), Buffer.alloc(20 * 1024 * 1024 - 20, '[ ')]),
      Buffer.from('%PDF-1.7\n' + 'TS-2026-7K3M-Q2XW '.repeat(1_000_000)),
      Buffer.from(
        `%PDF-1.7\n1 0 obj\n<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n${bomb}\nendstream`,
        'latin1',
      ),
    ];
    for (const bytes of hostile)
      expect((await inspector.inspect(bytes, trust))?.report.outcome ?? null).not.toBe('valid');
  });

  it('are ended when a file takes too long, and the next file has a new one', async () => {
    const inspector = opened(new Impatient());
    const [first, second] = [Buffer.alloc(1000), Buffer.alloc(1000)];
    expect(await Promise.all([inspector.inspect(first, trust), inspector.inspect(second, trust)])).toEqual([
      null,
      null,
    ]);
    expect(await inspector.inspect(first, trust)).toBeNull();
  });
});
