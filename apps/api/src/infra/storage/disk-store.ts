import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../common/app-error.js';
import { requireKey } from './blob-key.js';
import { BlobStore, type ByteRange } from './blob-store.js';

const UNFINISHED = 'unfinished';
/** Another server on the same folder may still be writing what is younger. */
const UNFINISHED_MS = 24 * 3_600_000;

/** Files in a folder, two levels deep, so that no folder gets too large to be listed. */
export class DiskStore extends BlobStore {
  private constructor(private readonly folder: string) {
    super();
  }

  /** Takes away what an earlier process had begun to write. The folder is made when there is something to put there. */
  static async open(folder: string): Promise<DiskStore> {
    const unfinished = path.join(folder, UNFINISHED);
    for (const name of await readdir(unfinished).catch(() => [])) {
      const file = path.join(unfinished, name);
      const found = await stat(file).catch(() => null);
      if (found && found.mtimeMs < Date.now() - UNFINISHED_MS) await rm(file, { force: true });
    }
    return new DiskStore(folder);
  }

  /** Written beside its place and moved there, so that a crash cannot leave half of one. */
  async put(key: string, bytes: Readable): Promise<number> {
    const place = this.#placeOf(key);
    const unfinished = path.join(this.folder, UNFINISHED, randomUUID());
    try {
      await mkdir(path.dirname(unfinished), { recursive: true });
      await mkdir(path.dirname(place), { recursive: true });
      const file = createWriteStream(unfinished, { flags: 'wx', flush: true });
      await pipeline(bytes, file);
      await rename(unfinished, place);
      await syncFolder(path.dirname(place));
      return file.bytesWritten;
    } catch (error) {
      await rm(unfinished, { force: true });
      throw asRefusal(error);
    }
  }

  async get(key: string, range?: ByteRange): Promise<Readable | null> {
    const file = await open(this.#placeOf(key)).catch(nullIfMissing);
    return file && createReadStream('', { fd: file, ...range });
  }

  async size(key: string): Promise<number | null> {
    return (await stat(this.#placeOf(key)).catch(nullIfMissing))?.size ?? null;
  }

  async remove(keys: string[]): Promise<void> {
    for (const key of keys) await rm(this.#placeOf(key), { force: true });
  }

  signedUrl(): Promise<null> {
    return Promise.resolve(null);
  }

  #placeOf(key: string): string {
    const name = requireKey(key);
    return path.join(this.folder, name.slice(0, 2), name.slice(2, 4), name);
  }
}

/** That the file has its name is on the disk too, not only its bytes. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

function asRefusal(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new AppError('storage_full', 'The server has no space left for files.', { cause: error });
}
