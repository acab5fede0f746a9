import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { contentDisposition } from '../../infra/http/content-disposition.js';
import type { Blob } from '../../infra/http/send-blob.js';
import { BlobStore } from '../../infra/storage/blob-store.js';
import { thumbnailKey, type ThumbnailSize } from './blob-keys.js';
import { FileAccess } from './file-access.js';
import { isShownInline } from './file-type.js';
import { Thumbnails } from './thumbnails.js';

/** What is sent for an address: bytes from here, or the address of the same bytes elsewhere. */
export type Served = Blob | { location: string };

@Injectable()
export class FilesService {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly access: FileAccess,
    private readonly store: BlobStore,
    private readonly thumbnails: Thumbnails,
  ) {}

  /** @throws AppError `not_found` */
  async file(caller: Caller, id: string): Promise<Served> {
    const { storageKey: key, size, name, mimeType, createdAt } = await this.access.require(caller, id);

    const disposition = contentDisposition(isShownInline(mimeType) ? 'inline' : 'attachment', name);
    return this.#served({ key, size, tag: id, createdAt, mimeType, disposition });
  }

  /** Makes it, when the job has not come to it yet. @throws AppError `not_found`, also for what is no picture */
  async thumbnail(caller: Caller, id: string, wanted: ThumbnailSize): Promise<Served> {
    const file = await this.access.require(caller, id);
    // Of the two addresses this is the one that a file of this name has.
    if (file.thumbnails === 'none' && file.name === 'thumbnail') return this.file(caller, id);
    if (file.thumbnails === 'none') throw notFound('thumbnail');

    if (file.thumbnails === 'pending') await this.thumbnails.make(file);
    const key = thumbnailKey(file, wanted);
    const size = await this.store.size(key);
    if (size === null) throw notFound('thumbnail');

    const disposition = contentDisposition('inline', `${file.name}.webp`);
    const { createdAt } = file;
    return this.#served({
      key,
      size,
      tag: `${id}-${wanted}`,
      createdAt,
      mimeType: 'image/webp',
      disposition,
    });
  }

  async #served(blob: Blob): Promise<Served> {
    const location = this.env.STORAGE_REDIRECT ? await this.store.signedUrl(blob.key, blob) : null;
    return location === null ? blob : { location };
  }
}
