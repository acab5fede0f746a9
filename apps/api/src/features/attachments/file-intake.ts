import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline as joined, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { AppError, invalid } from '../../common/app-error.js';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import type { IncomingFile } from '../../infra/http/receive-file.js';
import { BlobStore } from '../../infra/storage/blob-store.js';
import { Counted } from '../../infra/storage/counted.js';
import type { AttachmentEntity } from './attachment.entity.js';
import { inUnits } from './byte-units.js';
import { cleanName, withEnding } from './file-name.js';
import { HEAD_BYTES, PICTURES, refuseExecutableName, typeOf } from './file-type.js';
import { headOf } from './head.js';
import type { Begun } from './in-progress.js';
import { cleanPicture } from './pictures.js';

/** What the store has, and what was learnt on its way there. */
export type StoredFile = Pick<
  AttachmentEntity,
  'name' | 'mimeType' | 'size' | 'width' | 'height' | 'placeholder' | 'storageKey' | 'thumbnails'
>;

/** The way of the bytes into the store: what they are is found out while they come, and they are never all in memory. */
@Injectable()
export class FileIntake {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly store: BlobStore,
  ) {}

  /** @throws AppError `payload_too_large`, `unsupported_media_type`, `validation_failed` or `storage_full` */
  async take(file: IncomingFile, begun: Begun): Promise<StoredFile> {
    const name = cleanName(file.name);
    refuseExecutableName(name);
    const { head, whole } = await headOf(file.bytes, HEAD_BYTES);
    if (head.length === 0) throw invalid('file', 'The file is empty');

    const mimeType = await typeOf(head);
    return mimeType in PICTURES
      ? this.#takePicture(withEnding(name, PICTURES[mimeType]!), mimeType, whole, begun)
      : this.#takeAsItIs(name, mimeType, whole, begun);
  }

  async #takeAsItIs(name: string, mimeType: string, bytes: Readable, { key }: Begun): Promise<StoredFile> {
    const counted = this.#counted(this.env.MAX_FILE_BYTES, 'file');
    // What fails on one side of it is thrown by the other, which is the store's.
    joined(bytes, counted, () => undefined);
    const size = await this.store.put(key, counted);
    return {
      ...{ name, mimeType, size, storageKey: key },
      ...{ width: null, height: null, placeholder: null, thumbnails: 'none' },
    };
  }

  async #takePicture(name: string, mimeType: string, bytes: Readable, begun: Begun): Promise<StoredFile> {
    const given = path.join(begun.folder, 'given');
    const clean = path.join(begun.folder, 'clean');
    await pipeline(bytes, this.#counted(this.env.MAX_IMAGE_BYTES, 'picture'), createWriteStream(given));
    const seen = await cleanPicture(mimeType, given, clean);
    const size = await this.store.put(begun.key, createReadStream(clean));
    return { name, mimeType, size, storageKey: begun.key, ...seen, thumbnails: 'pending' };
  }

  #counted(most: number, what: string): Counted {
    const tooLarge = `A ${what} may have ${inUnits(most)} at most.`;
    return new Counted(most, () => new AppError('payload_too_large', tooLarge));
  }
}
