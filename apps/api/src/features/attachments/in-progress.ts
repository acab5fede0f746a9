import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { isKey, newBlobKey } from '../../infra/storage/blob-key.js';
import { BlobStore } from '../../infra/storage/blob-store.js';
import { AttachmentsRepository } from './attachments.repository.js';

/** An upload under way: the key under which its bytes will be, and a folder for what comes before. */
export type Begun = { key: string; folder: string };

/**
 * Uploads under way, as folders named by their keys. After a crash they tell which bytes the store may have of files
 * that nobody knows of.
 */
@Injectable()
export class InProgress implements OnApplicationBootstrap {
  readonly #folder: string;

  constructor(
    @Inject(ENV) { DATA_DIR }: Env,
    private readonly files: AttachmentsRepository,
    private readonly store: BlobStore,
  ) {
    this.#folder = path.join(DATA_DIR, 'uploads-in-progress');
  }

  async onApplicationBootstrap(): Promise<void> {
    const begun = (await readdir(this.#folder).catch(() => [])).filter(isKey);
    if (begun.length === 0) return;
    const known = await this.files.knownKeys(begun);
    await this.store.remove(begun.filter((key) => !known.has(key)));
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Settles when `during` does; then nothing of its folder is left. */
  async run<T>(during: (begun: Begun) => Promise<T>): Promise<T> {
    const key = newBlobKey();
    const folder = path.join(this.#folder, key);
    await mkdir(folder, { recursive: true });
    try {
      return await during({ key, folder });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
