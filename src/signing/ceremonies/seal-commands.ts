import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { sealIn, UnfitSeal } from '../brought-seal.js';
import { WrongPassphrase } from '../key-protection.js';
import { fromPem } from '../pem.js';
import { readPkcs12 } from '../pkcs12.js';
import { bodyMeant, type Terminal, passphraseFrom, Told } from './terminal.js';

/** Makes a certificate that an authority issued the body's seal: `import-seal FILE.p12`, with `--chain` what it lacks. */
export async function importSeal(
  terminal: Terminal,
  from: string | undefined,
  { body, chain }: { body?: string | undefined; chain?: string | undefined },
): Promise<void> {
  if (!from) throw new Told('usage', {}, 2);
  const meant = await bodyMeant(terminal, body);
  const bytes = await readFile(resolve(from));
  const more = chain ? fromPem('CERTIFICATE', await readFile(resolve(chain), 'utf8')) : [];
  const passphrase = await passphraseFrom(terminal, 'SEAL_PASSPHRASE', 'ask_seal');
  const { seals, clock, say } = terminal;
  try {
    const seal = sealIn(await readPkcs12(bytes, passphrase), more, clock.now());
    const { subject, issuer } = seal;
    const done = await seals.bring(meant.id, seal);
    say(done ? 'seal_brought' : 'seal_known', { body: meant.name, subject, issuer });
  } catch (error) {
    if (error instanceof WrongPassphrase) throw new Told('wrong_passphrase');
    if (error instanceof UnfitSeal) throw new Told(error.code, { detail: error.detail });
    throw error;
  }
}
