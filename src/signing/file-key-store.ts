import { type KeyObject } from 'node:crypto';
import { access, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '../common/errors.js';
import { newSecret } from '../common/ids.js';
import { Config } from '../config.js';
import { writeSecret } from './durable-file.js';
import { customaryRounds, protectKey, unprotectKey, WrongPassphrase } from './key-protection.js';
import { KeyStore } from './key-store.js';
import { memoryKey, newPrivateKey, type SigningKey } from './signing-key.js';

/** Private keys as encrypted files, `<certificate id>.pem`. */
@Injectable()
export class FileKeyStore extends KeyStore {
  /** What a guess at the passphrase costs: a quarter of a second of PBKDF2. */
  protected readonly rounds: number = customaryRounds;
  private readonly logger = new Logger('Signing');

  constructor(private readonly config: Config) {
    super();
  }

  async make(id: string): Promise<SigningKey> {
    const key = await newPrivateKey();
    await this.put(id, key);
    return memoryKey(key);
  }

  async put(id: string, key: KeyObject): Promise<void> {
    const pem = await protectKey(key, await this.passphrase(), this.rounds);
    await writeSecret(this.path(id), pem).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOSPC' || error.code === 'EDQUOT') throw error;
      throw this.unavailable(`the folder of the signing keys cannot be written (${String(error.code)})`);
    });
  }

  async open(id: string): Promise<SigningKey> {
    return memoryKey(await this.reveal(id));
  }

  async reveal(id: string): Promise<KeyObject> {
    const passphrase = await this.passphrase();
    try {
      return await unprotectKey(await readFile(this.path(id), 'utf8'), passphrase);
    } catch (error) {
      if (error instanceof WrongPassphrase) {
        throw this.unavailable('the passphrase does not open the signing keys: set the one they were made with');
      }
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      throw this.unavailable(
        `the key ${id}.pem ${missing ? 'is missing: restore it from a backup' : 'is not readable'}`,
      );
    }
  }

  async has(id: string): Promise<boolean> {
    return access(this.path(id)).then(
      () => true,
      () => false,
    );
  }

  async discard(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }

  /** Whether this key can be opened now. Nothing is logged. */
  async opens(id: string): Promise<boolean> {
    try {
      const { keyPassphrase, keyPassphraseFile } = this.config;
      const given = keyPassphrase ?? (await readFile(keyPassphraseFile ?? this.ownFile, 'utf8')).replace(/\r?\n$/, '');
      await unprotectKey(await readFile(this.path(id), 'utf8'), given);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Protects every key by another passphrase. All are written beside the old ones before the first is replaced; a call
   * that was interrupted can be made again. Answers how many keys there are.
   */
  async changePassphrase(passphrase: string): Promise<number> {
    const before = await this.passphrase();
    const names = await keyFiles(this.config.keysDir);
    const next = join(this.config.keysDir, 'next-passphrase');
    for (const name of names) {
      const text = await readFile(join(this.config.keysDir, name), 'utf8');
      const key = await unprotectKey(text, before).catch(() => unprotectKey(text, passphrase));
      await writeSecret(join(next, name), await protectKey(key, passphrase, this.rounds));
    }
    for (const name of names) await rename(join(next, name), join(this.config.keysDir, name));
    if (!this.config.keyPassphrase) {
      await writeSecret(this.config.keyPassphraseFile ?? this.ownFile, `${passphrase}\n`);
    }
    await rm(next, { recursive: true, force: true });
    return names.length;
  }

  /**
   * Moves keys that cannot be opened into a folder of that name, with the passphrase beside them if there is one that
   * opens none of the others.
   */
  async setAside(ids: string[], folder: string): Promise<void> {
    const target = join(this.config.keysDir, folder);
    await mkdir(target, { recursive: true, mode: 0o700 });
    for (const id of ids) await rename(this.path(id), join(target, `${id}.pem`)).catch(ifMissing);
    for (const name of await keyFiles(this.config.keysDir)) if (await this.opens(name.replace(/\.pem$/, ''))) return;
    await rename(this.ownFile, join(target, 'passphrase')).catch(ifMissing);
  }

  private path(id: string): string {
    return join(this.config.keysDir, `${id}.pem`);
  }

  private async passphrase(): Promise<string> {
    const { keyPassphrase, keyPassphraseFile, keysDir } = this.config;
    if (keyPassphrase) return keyPassphrase;
    const text = await readFile(keyPassphraseFile ?? this.ownFile, 'utf8').catch(
      async (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' && !keyPassphraseFile && !(await hasKeys(keysDir))) return this.makePassphrase();
        throw this.unavailable(`the passphrase of the signing keys cannot be read (${String(error.code)})`);
      },
    );
    const passphrase = text.replace(/\r?\n$/, '');
    if (!passphrase) throw this.unavailable('the passphrase of the signing keys is empty');
    return passphrase;
  }

  private get ownFile(): string {
    return join(this.config.keysDir, 'passphrase');
  }

  /** The first of several instances makes it; the others read what the first made. */
  private async makePassphrase(): Promise<string> {
    const made = await writeSecret(this.ownFile, `${newSecret()}\n`, { exclusive: true }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
        return false;
      },
    );
    if (made) {
      this.logger.warn(
        `A passphrase for the signing keys was made beside them, in ${this.ownFile}. Whoever copies that folder can sign. ` +
          'A real installation keeps it elsewhere: move the file and set KEY_PASSPHRASE_FILE to its new place.',
      );
    }
    return readFile(this.ownFile, 'utf8');
  }

  private unavailable(reason: string): DomainError {
    this.logger.error(
      `No document can be signed: ${reason}. Check KEY_PASSPHRASE, KEY_PASSPHRASE_FILE and KEYS_DIR, then restart. ` +
        'Everything else goes on, and documents already issued can be read and verified; ' +
        'docs/keys.md says what can be done where a passphrase or key is lost.',
    );
    return new DomainError('signing_unavailable');
  }
}

async function hasKeys(folder: string): Promise<boolean> {
  return (await keyFiles(folder)).length > 0;
}

async function keyFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.pem'));
}

function ifMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
