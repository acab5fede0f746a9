import type { Readable } from 'node:stream';

/** Bytes of a file, the first and the last included, counted from 0. */
export type ByteRange = { start: number; end: number };

/** What a client is told that fetches from the store itself. */
export type Presented = { mimeType: string; disposition: string };

/**
 * Where the bytes of files are. Keys are made by the server: see `blob-key.ts`. What is stored is whole, and stays
 * until it is removed.
 */
export abstract class BlobStore {
  /**
   * Stores all that comes and answers how many bytes that were. Never holds the whole in memory. When the bytes or
   * the store fail, nothing is there afterwards, and it throws what failed.
   * @throws AppError `storage_full`
   */
  abstract put(key: string, bytes: Readable): Promise<number>;

  /** The bytes, or a part of them; null when there is nothing. A range must lie within the size. */
  abstract get(key: string, range?: ByteRange): Promise<Readable | null>;

  /** Bytes; null when there is nothing. */
  abstract size(key: string): Promise<number | null>;

  /** What is not there counts as removed. */
  abstract remove(keys: string[]): Promise<void>;

  /** An address from which a client can fetch the bytes for a minute; null where there is none. */
  abstract signedUrl(key: string, presented: Presented): Promise<string | null>;
}
