import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { TrainingBody } from '../../people/training-body.entity.js';
import { writeSecret } from '../durable-file.js';
import { WrongPassphrase } from '../key-protection.js';
import { KeyKeptInside } from '../key-store.js';
import { LostKeys } from '../lost-keys.service.js';
import { NotThisRoot } from '../root-custody.service.js';
import { bodyMeant, type Console, newPassphrase, passphraseFrom, Told } from './console.js';

const rootPassphrase = 'ROOT_PASSPHRASE';
const askRoot = { first: 'ask_root', again: 'ask_root_again' } as const;

/** Writes the root's key to a file; with `remove` it then leaves the installation, also when the file was there. */
export async function exportRoot(
  console: Console,
  { body, out, remove }: { body?: string | undefined; out?: string | undefined; remove: boolean },
): Promise<void> {
  if (!out) throw new Told('usage', {}, 2);
  const file = resolve(out);
  const { id } = await bodyMeant(console, body);
  const written = await readFile(file, 'utf8').catch(() => null);
  if (written !== null && !remove) throw new Told('exists', { file });
  const passphrase =
    written === null
      ? await newPassphrase(console, rootPassphrase, askRoot)
      : await passphraseFrom(console, rootPassphrase, 'ask_root');
  await explained(file, async () => {
    if (written === null) {
      await writeSecret(file, await console.custody.exported(id, passphrase), { exclusive: true });
      console.say('exported', { file });
    }
    if (!remove) return;
    // What is removed is what the file is seen to hold, read back from where it was written.
    const { nextUpdate } = await console.custody.remove(id, await readFile(file, 'utf8'), passphrase);
    console.say('removed', { end: nextUpdate.slice(0, 10) });
  });
}

export async function importRoot(console: Console, from: string | undefined): Promise<void> {
  if (!from) throw new Told('usage', {}, 2);
  const file = resolve(from);
  const text = await readFile(file, 'utf8');
  const passphrase = await passphraseFrom(console, rootPassphrase, 'ask_root');
  await explained(file, async () => {
    const { subject } = await console.custody.import(text, passphrase);
    console.say('imported', { subject });
  });
}

export async function changePassphrase(console: Console): Promise<void> {
  const questions = { first: 'ask_new', again: 'ask_new_again' } as const;
  const passphrase = await newPassphrase(console, 'NEW_KEY_PASSPHRASE', questions);
  const count = await explained('', () => console.files.changePassphrase(passphrase));
  console.say('passphrase_changed', { count });
  console.say(console.config.keyPassphrase ? 'passphrase_in_environment' : 'passphrase_in_file');
}

/** For a lost passphrase: puts aside what does not open, and makes each body an authority where no root is offline. */
export async function newAuthority(console: Console, yes: boolean): Promise<void> {
  if (!yes) throw new Told('say_yes', {}, 2);
  const { db, clock, files, config } = console;
  const aside = await new LostKeys(db, clock, files).setAside({ token: config.token !== null });
  if (aside) console.say('set_aside', { keys: aside.keys, folder: aside.folder });
  else console.say('nothing_locked');
  const waiting = new Set(aside?.offlineRoots.map(({ bodyId }) => bodyId));
  for (const { subject } of aside?.offlineRoots ?? []) console.say('bring_root', { subject });
  for (const { id, name } of await db.read.find(TrainingBody, { order: { id: 'ASC' } })) {
    if (waiting.has(id)) continue;
    await console.authorities.sealFor(id);
    console.say('authority_made', { body: name });
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
