import { readFile } from 'node:fs/promises';
import { type TokenSettings } from '../config.js';
import { type Cryptoki, flags, type Handle, isError, isPassing, loadCryptoki, userType } from './cryptoki.js';

/** A logged-in session, with the objects found in it so far. */
export interface TokenSession {
  cryptoki: Cryptoki;
  handle: Handle;
  known: Map<string, Handle>;
}

/** The configured PKCS#11 token. A session does one thing at a time, so those who use it take turns. */
export class Token {
  private cryptoki?: Cryptoki;
  private session?: TokenSession;
  /** A token locks itself after a few wrong PINs, so a refused one is never tried again. */
  private refused?: Error;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly settings: TokenSettings) {}

  /** Does something in a session. One that broke, because the token was away, is opened anew and the work done again. */
  use<T>(work: (session: TokenSession) => T | Promise<T>): Promise<T> {
    const turn = this.last.then(async () => {
      try {
        return await work(await this.open());
      } catch (error) {
        if (!isPassing(error)) throw error;
        this.forget();
        return work(await this.open());
      }
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async open(): Promise<TokenSession> {
    if (this.session) return this.session;
    if (this.refused) throw this.refused;
    const pin = await this.pin();
    const cryptoki = (this.cryptoki ??= await loadCryptoki(this.settings.module));
    unless('alreadyInitialized', () => cryptoki.C_Initialize());
    try {
      const handle = cryptoki.C_OpenSession(this.slot(cryptoki), flags.readWriteSession);
      unless('alreadyLoggedIn', () => this.logIn(cryptoki, handle, pin));
      return (this.session = { cryptoki, handle, known: new Map() });
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  private slot(cryptoki: Cryptoki): Handle {
    const slots = cryptoki.C_GetSlotList(true);
    const labels = slots.map((slot) => cryptoki.C_GetTokenInfo(slot).label.replace(/[\s\0]+$/, ''));
    const places = labels.flatMap((label, index) => (label === this.settings.label ? [index] : []));
    if (places.length === 1) return slots[places[0]!]!;
    const problem = places.length > 1 ? 'there are several tokens' : 'there is no token';
    const others = labels.filter(Boolean).join(', ') || 'none';
    throw new Error(`${problem} labelled PKCS11_TOKEN=${this.settings.label} (tokens that are there: ${others})`);
  }

  private logIn(cryptoki: Cryptoki, handle: Handle, pin: string): void {
    try {
      cryptoki.C_Login(handle, userType.user, pin);
    } catch (error) {
      if (!isError(error, 'pinIncorrect') && !isError(error, 'pinLocked')) throw error;
      const why = isError(error, 'pinLocked')
        ? 'the token is locked after too many wrong PINs'
        : 'the PIN is not the token’s; it is not tried again before a restart, since tokens lock themselves';
      throw (this.refused = new Error(why));
    }
  }

  private async pin(): Promise<string> {
    const { pin, pinFile } = this.settings;
    if (pin || !pinFile) return pin ?? '';
    const text = await readFile(pinFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new Error(`the file with the token’s PIN cannot be read (${String(error.code)})`);
    });
    return text.replace(/\r?\n$/, '');
  }

  /** Ends what is left, so that the library looks anew which tokens are there. */
  private forget(): void {
    this.session = undefined;
    try {
      this.cryptoki?.C_Finalize();
    } catch {
      // it had not begun
    }
  }
}

function unless(expected: Parameters<typeof isError>[1], act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!isError(error, expected)) throw error;
  }
}
