import { type Clock } from '../../common/clock.js';
import { type Config } from '../../config.js';
import { type Database } from '../../database/database.js';
import { fill, locales, type TextParams } from '../../i18n/i18n.js';
import { type KeysKey, keysTexts } from '../../i18n/keys.js';
import { TrainingBody } from '../../people/training-body.entity.js';
import { type SigningByHand } from '../by-hand.js';
import { type FileKeyStore } from '../file-key-store.js';
import { askSecret } from './ask-secret.js';

const shortest = 12;

/** What is told to whoever typed the command, with its exit code. */
export class Told extends Error {
  constructor(
    readonly key: KeysKey,
    readonly params: TextParams = {},
    readonly code = 1,
  ) {
    super(key);
  }
}

/** What the commands of `keys` work on. */
export interface Terminal extends SigningByHand {
  db: Database;
  clock: Clock;
  config: Config;
  files: FileKeyStore;
  env: NodeJS.ProcessEnv;
  say: (key: KeysKey, params?: TextParams) => void;
}

/** Chinese with English beneath. Names come from rows: no control character of theirs reaches the terminal. */
export function inBoth(key: KeysKey, params?: TextParams): string {
  const [chinese, english] = locales.map((locale) => fill(keysTexts[locale][key], params, locale));
  return `${chinese}\n  ${english}\n`.replace(/[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '�');
}

/** The body that is meant: the named one, or the only one there is. */
export async function bodyMeant({ db }: Terminal, id: string | undefined): Promise<TrainingBody> {
  const bodies = await db.read.find(TrainingBody, { order: { id: 'ASC' } });
  const meant = id === undefined && bodies.length === 1 ? bodies[0] : bodies.find((body) => body.id === id);
  if (meant) return meant;
  if (id !== undefined) throw new Told('unknown', { id });
  throw new Told('which_body', { bodies: bodies.map((body) => `${body.id} ${body.name}`) }, 2);
}

/** A passphrase that is there already: from the environment, or asked for. */
export async function passphraseFrom({ env }: Terminal, name: string, question: KeysKey): Promise<string> {
  const given = env[name] || (await askSecret(inBoth(question).trimEnd() + ' '));
  if (!given) throw new Told('no_passphrase', { name }, 2);
  return given;
}

/** A new passphrase, asked for twice. */
export async function newPassphrase(
  terminal: Terminal,
  name: string,
  questions: { first: KeysKey; again: KeysKey },
): Promise<string> {
  const passphrase = await passphraseFrom(terminal, name, questions.first);
  if ([...passphrase].length < shortest) throw new Told('too_short', {}, 2);
  if (!terminal.env[name] && (await passphraseFrom(terminal, name, questions.again)) !== passphrase)
    throw new Told('differ', {}, 2);
  return passphrase;
}
