import { type Readable } from 'node:stream';

/** A file in the store, known by the hash of its bytes. */
export interface StoredFile {
  sha256: string;
  size: number;
  /** By content; `application/octet-stream` when nothing is known of it. */
  mediaType: string;
}

/** A file that is wholly and durably on disk, but not yet part of the store. */
export interface StagedFile extends StoredFile {
  temporaryPath: string;
}

export interface StageLimits {
  maxBytes: number;
  /** Throws for a media type that is not wanted; called as soon as the type is known. */
  accept?: (mediaType: string) => void;
}

/** The first two digits of a hash: the store's files are listed shard by shard, so that no list is ever long. */
export const shards: readonly string[] = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/**
 * A file is touched while it streams and again when it is kept; between the two it may wait for the other files of its
 * upload, and afterwards for its row. What nobody has touched for so long, and no row speaks of, is abandoned.
 */
export const abandonedAgeMs = 24 * 3_600_000;

/**
 * Where the bytes of evidence and documents live. An implementation promises: what `keep` has returned survives a
 * power cut, a file is whole or absent, and memory stays flat whatever the size.
 */
export abstract class FileStore {
  /** Streams to disk while hashing and sniffing. On any failure nothing is left behind. */
  abstract stage(source: Readable, limits: StageLimits): Promise<StagedFile>;
  /** Makes staged files part of the store. Only then may a row speak of them. */
  abstract keep(staged: readonly StagedFile[]): Promise<void>;
  abstract discard(staged: readonly StagedFile[]): Promise<void>;
  /** Size in bytes, or null if the store does not have it. */
  abstract size(sha256: string): Promise<number | null>;
  /** The bytes from `start` to `end`, both included. */
  abstract open(sha256: string, range?: { start: number; end: number }): Readable;
  /** Every hash in the store that begins with `shard`: two hexadecimal digits, of which there are 256. */
  abstract hashes(shard: string): Promise<string[]>;
  /** Removes one file that no row speaks of. */
  abstract remove(sha256: string): Promise<void>;
  /**
   * Removes one file if `unused` says so of the time it last came. It is asked again once the file is out of everybody's
   * way, because the same bytes may arrive at any moment; then the file is put back. Tells whether it was removed.
   */
  abstract removeUnused(sha256: string, unused: (touchedAt: Date) => Promise<boolean>): Promise<boolean>;
  /** Removes what crashed uploads left behind and nobody has touched for so long. Returns how many. */
  abstract sweepStaged(olderThanMs: number): Promise<number>;

  /** Stage and keep in one. */
  async put(source: Readable, limits: StageLimits): Promise<StoredFile> {
    const staged = await this.stage(source, limits);
    await this.keep([staged]);
    const { sha256, size, mediaType } = staged;
    return { sha256, size, mediaType };
  }
}
