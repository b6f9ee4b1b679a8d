import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import contentDisposition from 'content-disposition';
import { type Response } from 'express';
import { ZipFile } from 'yazl';
import { cleanFileName } from './file-name.js';

/** One file of an archive. Its bytes are asked for only when all before it are written. */
export interface ArchiveEntry {
  /** Folders are parted by `/`; see `entryName` for names that come from outside. */
  name: string;
  modified: Date;
  content: Readable | Buffer | string;
  /** What it is, in words, for the manifest. */
  about?: string;
  /** Told what was written, once it was. */
  written?: (entry: ManifestEntry) => void;
}

/** What an archive says of one of its entries in its own `manifest.json`. */
export interface ManifestEntry {
  name: string;
  size: number;
  sha256: string;
  about?: string;
}

export const manifestName = 'manifest.json';
export const sumsName = 'SHA256SUMS';

export interface ArchiveOptions {
  /** Adds `SHA256SUMS` before the manifest, so that `sha256sum -c` can check what was unpacked. */
  sums?: boolean;
}

/** Only text gains from compression; what is mostly photographs and films would cost time and gain nothing. */
const text = /\.(json|html|csv|txt|md|xml)$/;

/** Names that Windows keeps for its devices, whatever their ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A name that unpacks on every system into its own folder and nowhere else, made of parts that may hold anything. */
export function entryName(...parts: readonly string[]): string {
  return parts.map((part) => safePart(cleanFileName(part.replace(/[\\/]/g, '_')))).join('/');
}

function safePart(name: string): string {
  const plain = name.replace(/[<>:"|?*]/g, '_').replace(/[. ]+$/, '');
  return device.test(plain) ? `_${plain}` : plain || '_';
}

/**
 * Writes a ZIP (ZIP64 where it must be) whose entries come one after the other, at a memory that does not grow with
 * their sizes: no entry is begun before the one before it was taken. The last entry is `manifest.json`, with the hash
 * of every other. An archive whose entries, order and times are the same is the same, byte for byte. If anything fails,
 * the target is destroyed, so that half an archive never looks like a whole one.
 */
export async function writeArchive(
  target: Writable,
  entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>,
  options: ArchiveOptions = {},
): Promise<ManifestEntry[]> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const gone = new AbortController();
  const written = pipeline(output, target).catch((error: unknown) => {
    gone.abort(error);
    throw error;
  });
  const feeding = feed(zip, entries, options, gone.signal).catch((error: unknown) => {
    output.destroy(error as Error);
    throw error;
  });
  // Whichever fails makes the other fail; the reason that came first is told.
  const [fed, ended] = await Promise.allSettled([feeding, written]);
  if (gone.signal.aborted) throw gone.signal.reason;
  if (fed.status === 'rejected') throw fed.reason;
  if (ended.status === 'rejected') throw ended.reason;
  return fed.value;
}

/** Answers with an archive. A reader who leaves early is no error of ours. */
export async function sendArchive(
  response: Response,
  name: string,
  entries: AsyncIterable<ArchiveEntry>,
): Promise<void> {
  response.setHeader('Content-Type', 'application/zip');
  response.setHeader('Content-Disposition', contentDisposition.create(name));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'private, no-store');
  await writeArchive(response, entries).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

async function feed(
  zip: ZipFile,
  entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>,
  { sums }: ArchiveOptions,
  signal: AbortSignal,
): Promise<ManifestEntry[]> {
  const manifest: ManifestEntry[] = [];
  const taken = new Set([manifestName.toLowerCase(), sumsName.toLowerCase()]);
  let latest = new Date(0);
  const add = async (entry: ArchiveEntry): Promise<void> => {
    const written = { name: entry.name, ...(await addEntry(zip, entry, signal)) };
    manifest.push(entry.about ? { ...written, about: entry.about } : written);
    entry.written?.(written);
    if (entry.modified > latest) latest = entry.modified;
  };
  for await (const entry of entries) await add({ ...entry, name: unlike(taken, entry.name) });
  if (sums) await add({ name: sumsName, modified: latest, content: Readable.from(sumLines(manifest)) });
  const content = `${JSON.stringify({ algorithm: 'SHA-256', entries: manifest }, null, 2)}\n`;
  await addEntry(zip, { name: manifestName, modified: latest, content }, signal);
  zip.end();
  return manifest;
}

function* sumLines(entries: readonly ManifestEntry[]): Generator<Buffer> {
  for (const { name, sha256 } of [...entries]) yield Buffer.from(`${sha256}  ${name}\n`);
}

/** Adds one entry; returns when the archive has taken its last byte. */
async function addEntry(
  zip: ZipFile,
  { name, modified, content }: ArchiveEntry,
  signal: AbortSignal,
): Promise<Omit<ManifestEntry, 'name'>> {
  const source = content instanceof Readable ? content : Readable.from([Buffer.from(content)]);
  const hash = createHash('sha256');
  let size = 0;
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  const ended = once(measured, 'end', { signal });
  const handed = handedOver(measured);
  zip.addReadStreamLazy(name, { mtime: modified, mode: 0o100644, compress: text.test(name) }, handed.take);
  await Promise.all([pipeline(source, measured, { signal }), ended]);
  handed.forget();
  return { sha256: hash.digest('hex'), size };
}

/** The archive remembers its entries to the end, and what gives their bytes with them: of that nothing is to be left. */
function handedOver(stream: Readable): {
  take: (done: (error: unknown, stream: Readable) => void) => void;
  forget: () => void;
} {
  let kept: Readable | null = stream;
  return { take: (done) => done(null, kept!), forget: () => (kept = null) };
}

/** The name, or one that nothing in the archive has yet, also where capitals and small letters are the same. */
function unlike(taken: Set<string>, name: string): string {
  const at = /\.[^./]{1,10}$/.exec(name)?.index ?? name.length;
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${name.slice(0, at)} (${n})${name.slice(at)}`;
  taken.add(free.toLowerCase());
  return free;
}
