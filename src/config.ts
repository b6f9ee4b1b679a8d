import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { defaultMediaTypes } from './files/media-types.js';
import { type MailAddress, type MailServer, mailAddress, mailServerAt } from './mail-settings.js';
import { readCertificates, timeStampAddress } from './time-stamp-settings.js';

/** A wrong value in the environment. The message names the variable, so that the operator knows what to mend. */
export class ConfigError extends Error {
  constructor(name: string, problem: string) {
    super(`${name} ${problem}`);
    this.name = 'ConfigError';
  }
}

/** A PKCS#11 token: the library that speaks to it, its label, and its PIN or the file the PIN is in. */
export interface TokenSettings {
  module: string;
  label: string;
  pin: string | null;
  pinFile: string | null;
}

/** The environment, read once, checked and frozen. It is its own injection token. */
export class Config {
  /** Where the server listens. The default is this machine only; set `HOST=0.0.0.0` to serve a network. */
  readonly host: string;
  readonly port: number;
  /** The address people use; printed in documents and QR codes. */
  readonly publicUrl: string;
  /** A PostgreSQL address, or null for the embedded SQLite file in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly uploadsDir: string;
  readonly seedsDir: string;
  /** The web application as it was built. */
  readonly webDir: string;
  readonly keysDir: string;
  /** Opens the signing keys; null makes the first start create one in `keysDir`. */
  readonly keyPassphrase: string | null;
  readonly keyPassphraseFile: string | null;
  /** The PKCS#11 token that keeps the signing keys; null keeps them as files in `keysDir`. */
  readonly token: TokenSettings | null;
  readonly maxFileBytes: number;
  readonly maxFilesPerItem: number;
  /** Hours after which an upload ends that nothing more came of. */
  readonly uploadExpiryHours: number;
  readonly allowedMediaTypes: ReadonlySet<string>;
  /** Hours after which a session ends, used or not. */
  readonly sessionHours: number;
  readonly trustProxy: boolean;
  readonly logLevel: string;
  /** Milliseconds that one write may hold the write gate. */
  readonly writeTimeoutMs: number;
  /** The mail server that notices go out by; null keeps them in an outbox to be read. */
  readonly smtp: MailServer | null;
  /** Whom mail comes from; null without a mail server. */
  readonly mailFrom: MailAddress | null;
  /** The time-stamping authority (RFC 3161); null leaves documents without time stamps. */
  readonly tsaUrl: string | null;
  /** Its root, and whatever else leads to it, as DER; with it every time stamp is checked. */
  readonly tsaCertificates: readonly Uint8Array[];

  /** Font files that stand in where the built-in fonts lack a character. */
  readonly fallbackFonts: readonly string[];

  constructor(env: NodeJS.ProcessEnv = process.env) {
    this.host = env.HOST || '127.0.0.1';
    this.port = integer(env, 'PORT', 3000, 0, 65_535);
    this.publicUrl = address(env, 'PUBLIC_URL', `http://localhost:${this.port}`);
    this.databaseUrl = postgresAddress(env);
    this.dataDir = folder(env.DATA_DIR || 'data');
    this.uploadsDir = folder(env.UPLOADS_DIR || 'uploads');
    this.seedsDir = folder(env.SEEDS_DIR || 'seeds');
    this.webDir = folder(env.WEB_DIR || 'dist/web');
    this.keysDir = folder(env.KEYS_DIR || `${this.dataDir}/keys`);
    this.keyPassphrase = env.KEY_PASSPHRASE || null;
    this.keyPassphraseFile = env.KEY_PASSPHRASE_FILE ? folder(env.KEY_PASSPHRASE_FILE) : null;
    this.token = token(env);
    this.maxFileBytes = integer(env, 'MAX_FILE_BYTES', 2 * 1024 ** 3, 1, 1024 ** 4);
    this.maxFilesPerItem = integer(env, 'MAX_FILES_PER_ITEM', 20, 1, 1000);
    this.uploadExpiryHours = integer(env, 'UPLOAD_EXPIRY_HOURS', 7 * 24, 1, 24 * 90);
    this.allowedMediaTypes = new Set(list(env.ALLOWED_MEDIA_TYPES) ?? defaultMediaTypes);
    this.sessionHours = integer(env, 'SESSION_HOURS', 12, 1, 24 * 30);
    this.trustProxy = oneOf(env, 'TRUST_PROXY', ['false', 'true'], 'false') === 'true';
    this.logLevel = oneOf(env, 'LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'info');
    this.writeTimeoutMs = integer(env, 'WRITE_TIMEOUT_MS', 30_000, 100, 600_000);
    this.smtp = mailServer(env);
    this.mailFrom = this.smtp && sender(env);
    this.tsaUrl = timeStampAuthority(env);
    this.tsaCertificates = timeStampCertificates(env);
    this.fallbackFonts = readableFonts(env);
    Object.freeze(this);
  }

  get sqliteFile(): string {
    return `${this.dataDir}/touchstone.sqlite`;
  }

  /** Cookies are marked Secure where people arrive by https. */
  get secureCookies(): boolean {
    return this.publicUrl.startsWith('https:');
  }
}

/** A relative path is meant from the project's folder, wherever a command was called from. */
function folder(path: string): string {
  return resolve(import.meta.dirname, '..', path);
}

/**
 * Fonts that stand in where the built-in ones lack a character, first come first served: TrueType or OpenType files, such
 * as Debian's fonts-cns11643-sung for all of CJK Extension B.
 */
export function fallbackFonts(env: NodeJS.ProcessEnv = process.env): string[] {
  return (list(env.FALLBACK_FONTS) ?? []).map(folder);
}

function integer(env: NodeJS.ProcessEnv, name: string, fallback: number, min: number, max: number): number {
  const raw = env[name];
  if (!raw) return fallback;
  const value = Number(raw);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new ConfigError(name, `must be a whole number from ${min} to ${max}, not "${raw}"`);
  }
  return value;
}

function address(env: NodeJS.ProcessEnv, name: string, fallback: string): string {
  const raw = env[name] || fallback;
  if (!URL.canParse(raw) || !/^https?:$/.test(new URL(raw).protocol)) {
    throw new ConfigError(name, `must be an http or https address, not "${raw}"`);
  }
  return raw.replace(/\/+$/, '');
}

/** The password inside is never repeated in the message. */
function postgresAddress(env: NodeJS.ProcessEnv): string | null {
  const raw = env.DATABASE_URL;
  if (!raw) return null;
  if (!/^postgres(ql)?:\/\//.test(raw)) {
    throw new ConfigError('DATABASE_URL', 'must start with postgres://; leave it out for the embedded database');
  }
  return raw;
}

/** The password inside is never repeated in the message. */
function mailServer(env: NodeJS.ProcessEnv): MailServer | null {
  if (!env.SMTP_URL) return null;
  const server = mailServerAt(env.SMTP_URL);
  if (server) return server;
  throw new ConfigError('SMTP_URL', 'must be smtp://user:password@host:port or smtps://…, with special signs as %40');
}

function sender(env: NodeJS.ProcessEnv): MailAddress {
  const from = mailAddress(env.MAIL_FROM ?? '');
  if (from) return from;
  throw new ConfigError(
    'MAIL_FROM',
    'must be an address such as Touchstone <no-reply@example.tw> where SMTP_URL is set',
  );
}

/** The password inside is never repeated in the message. */
function timeStampAuthority(env: NodeJS.ProcessEnv): string | null {
  if (!env.TSA_URL) return null;
  const url = timeStampAddress(env.TSA_URL);
  if (url) return url;
  throw new ConfigError('TSA_URL', 'must be the http or https address of a time-stamping authority (RFC 3161)');
}

function timeStampCertificates(env: NodeJS.ProcessEnv): readonly Uint8Array[] {
  if (!env.TSA_CA) return [];
  const certificates = readCertificates(folder(env.TSA_CA));
  if (certificates) return certificates;
  throw new ConfigError(
    'TSA_CA',
    `must be a PEM file with the root of the time-stamping authority, not "${env.TSA_CA}"`,
  );
}

/** The PIN is never repeated in a message. */
function token(env: NodeJS.ProcessEnv): TokenSettings | null {
  if (oneOf(env, 'KEY_STORE', ['file', 'pkcs11'], 'file') === 'file') return null;
  for (const name of ['PKCS11_MODULE', 'PKCS11_TOKEN']) {
    if (!env[name]) throw new ConfigError(name, 'must be set where KEY_STORE is pkcs11');
  }
  if (!env.PKCS11_PIN && !env.PKCS11_PIN_FILE) {
    throw new ConfigError('PKCS11_PIN', 'or PKCS11_PIN_FILE must be set where KEY_STORE is pkcs11');
  }
  return {
    module: folder(env.PKCS11_MODULE!),
    label: env.PKCS11_TOKEN!,
    pin: env.PKCS11_PIN || null,
    pinFile: env.PKCS11_PIN_FILE ? folder(env.PKCS11_PIN_FILE) : null,
  };
}

/** Found out at the start, not at the first rare name. */
function readableFonts(env: NodeJS.ProcessEnv): string[] {
  const files = fallbackFonts(env);
  for (const file of files) {
    const head =
      existsSync(file) && statSync(file).isFile() ? readFileSync(file).subarray(0, 4).toString('latin1') : '';
    if (!['\0\u0001\0\0', 'OTTO', 'true'].includes(head)) {
      throw new ConfigError('FALLBACK_FONTS', `names ${file}, which is no TrueType or OpenType font`);
    }
  }
  return files;
}

function oneOf(env: NodeJS.ProcessEnv, name: string, values: string[], fallback: string): string {
  const raw = env[name] || fallback;
  if (!values.includes(raw)) throw new ConfigError(name, `must be one of ${values.join(', ')}, not "${raw}"`);
  return raw;
}

function list(raw: string | undefined): string[] | null {
  if (!raw) return null;
  return raw
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
