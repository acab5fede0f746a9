import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/app-error.js';
import { Database } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import { BlobStore } from '../../infra/storage/blob-store.js';
import type { AttachmentEntity } from './attachment.entity.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { blobKeysOf, thumbnailKey } from './blob-keys.js';
import { InProgress } from './in-progress.js';
import { thumbnailsOf } from './pictures.js';

/** Makes the small pictures of pictures, once each: whoever asks meanwhile waits for the same. */
@Injectable()
export class Thumbnails {
  readonly #making = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly files: AttachmentsRepository,
    private readonly store: BlobStore,
    private readonly inProgress: InProgress,
  ) {}

  /** Settles when the store has them. @throws AppError `not_found` when the picture is gone */
  make(file: AttachmentEntity): Promise<void> {
    const known = this.#making.get(file.id);
    if (known) return known;
    const making = this.#make(file).finally(() => this.#making.delete(file.id));
    this.#making.set(file.id, making);
    return making;
  }

  async #make(file: AttachmentEntity): Promise<void> {
    await this.inProgress.run(async ({ folder }) => {
      const bytes = await this.store.get(file.storageKey);
      if (!bytes) throw notFound('file');
      const picture = path.join(folder, 'picture');
      await pipeline(bytes, createWriteStream(picture));
      for (const [size, thumbnail] of await thumbnailsOf(file.mimeType, picture)) {
        await this.store.put(thumbnailKey(file, size), Readable.from([thumbnail]));
      }
    });

    const isThere = await this.database.write(async (tx) => {
      await lockRows(tx, 'attachments', [file.id]);
      const now = await this.files.byId(file.id, tx);
      if (now?.removedAt !== null) return false;
      await this.files.update(tx, file.id, { thumbnails: 'ready' });
      return true;
    });
    if (isThere) return;
    // It was removed meanwhile, and whoever did that may have come too early for these.
    await this.store.remove(blobKeysOf(file));
    throw notFound('file');
  }
}
