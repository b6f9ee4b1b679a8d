import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { TrainingBody } from '../../people/training-body.entity.js';
import { writeSecret } from '../durable-file.js';
import { WrongPassphrase } from '../key-protection.js';
import { KeyKeptInside } from '../key-store.js';
import { LostKeys } from '../lost-keys.service.js';
import { NotThisRoot } from '../root-custody.service.js';
import { bodyMeant, type Terminal, newPassphrase, passphraseFrom, Told } from './terminal.js';

const rootPassphrase = 'ROOT_PASSPHRASE';
const askRoot = { first: 'ask_root', again: 'ask_root_again' } as const;

/** Writes the root's key to a file; with `remove` it then leaves the installation, also when the file was there. */
export async function exportRoot(
  terminal: Terminal,
  { body, out, remove }: { body?: string | undefined; out?: string | undefined; remove: boolean },
): Promise<void> {
  if (!out) throw new Told('usage', {}, 2);
  const file = resolve(out);
  const { id } = await bodyMeant(terminal, body);
  const written = await readFile(file, 'utf8').catch(() => null);
  if (written !== null && !remove) throw new Told('exists', { file });
  const passphrase =
    written === null
      ? await newPassphrase(terminal, rootPassphrase, askRoot)
      : await passphraseFrom(terminal, rootPassphrase, 'ask_root');
  await explained(file, async () => {
    if (written === null) {
      await writeSecret(file, await terminal.custody.exported(id, passphrase), { exclusive: true });
      terminal.say('exported', { file });
    }
    if (!remove) return;
    // What is removed is what the file is seen to hold, read back from where it was written.
    const { nextUpdate } = await terminal.custody.remove(id, await readFile(file, 'utf8'), passphrase);
    terminal.say('removed', { end: nextUpdate.slice(0, 10) });
  });
}

export async function importRoot(terminal: Terminal, from: string | undefined): Promise<void> {
  if (!from) throw new Told('usage', {}, 2);
  const file = resolve(from);
  const text = await readFile(file, 'utf8');
  const passphrase = await passphraseFrom(terminal, rootPassphrase, 'ask_root');
  await explained(file, async () => {
    const { subject } = await terminal.custody.import(text, passphrase);
    terminal.say('imported', { subject });
  });
}

export async function changePassphrase(terminal: Terminal): Promise<void> {
  const questions = { first: 'ask_new', again: 'ask_new_again' } as const;
  const passphrase = await newPassphrase(terminal, 'NEW_KEY_PASSPHRASE', questions);
  const count = await explained('', () => terminal.files.changePassphrase(passphrase));
  terminal.say('passphrase_changed', { count });
  terminal.say(terminal.config.keyPassphrase ? 'passphrase_in_environment' : 'passphrase_in_file');
}

/** For a lost passphrase: puts aside what does not open, and makes each body an authority where no root is offline. */
export async function newAuthority(terminal: Terminal, yes: boolean): Promise<void> {
  if (!yes) throw new Told('say_yes', {}, 2);
  const { db, clock, files, config } = terminal;
  const aside = await new LostKeys(db, clock, files).setAside({ token: config.token !== null });
  if (aside) terminal.say('set_aside', { keys: aside.keys, folder: aside.folder });
  else terminal.say('nothing_locked');
  const waiting = new Set(aside?.offlineRoots.map(({ bodyId }) => bodyId));
  for (const { subject } of aside?.offlineRoots ?? []) terminal.say('bring_root', { subject });
  for (const { id, name } of await db.read.find(TrainingBody, { order: { id: 'ASC' } })) {
    if (waiting.has(id)) continue;
    await terminal.authorities.sealFor(id);
    terminal.say('authority_made', { body: name });
  }
}

async function explained<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WrongPassphrase) throw new Told('wrong_passphrase');
    if (error instanceof NotThisRoot) throw new Told('wrong_root', { file });
    if (error instanceof KeyKeptInside) throw new Told('in_token');
    throw error;
  }
}
