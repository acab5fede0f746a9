import { Inject, Injectable } from '@nestjs/common';
import { DescribeAttachment, type Attachment } from '@parley/shared-types';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { parse } from '../../common/parse.js';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { Database } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import type { IncomingFile, Received } from '../../infra/http/receive-file.js';
import { BlobStore } from '../../infra/storage/blob-store.js';
import type { AttachmentEntity } from './attachment.entity.js';
import { toAttachment } from './attachment-view.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { inUnits } from './byte-units.js';
import { FileIntake, type StoredFile } from './file-intake.js';
import { InProgress } from './in-progress.js';
import { ThumbnailJob } from './thumbnail-job.js';
import { UploadMetrics } from './upload-metrics.js';
import { UploadTurns } from './upload-turns.js';

/** Reads the form of an upload, and hands its file on as it comes. */
export type Receive = (take: (file: IncomingFile) => Promise<StoredFile>) => Promise<Received<StoredFile>>;

/** Takes files in. Whatever ends an upload before it is answered leaves nothing behind. */
@Injectable()
export class UploadsService {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly files: AttachmentsRepository,
    private readonly store: BlobStore,
    private readonly intake: FileIntake,
    private readonly inProgress: InProgress,
    private readonly turns: UploadTurns,
    private readonly thumbnails: ThumbnailJob,
    private readonly metrics: UploadMetrics,
  ) {}

  /** @throws AppError `storage_full`, `rate_limited`, or what is wrong with the form and the file */
  upload({ userId }: Caller, receive: Receive): Promise<Attachment> {
    return this.turns.run(userId, async () => {
      this.#requireRoom(await this.files.bytesOf(userId), 1);

      const file = await this.inProgress.run(async (begun) => {
        try {
          const { taken, fields } = await receive((file) => this.intake.take(file, begun));
          const { alt } = parse(DescribeAttachment, { alt: fields.get('alt') ?? '' });
          return await this.#keep(userId, taken, alt || null);
        } catch (error) {
          await this.store.remove([begun.key]);
          throw error;
        }
      });

      this.metrics.stored(file);
      if (file.thumbnails === 'pending') this.thumbnails.wake();

      return toAttachment(file);
    });
  }

  async #keep(uploaderId: string, stored: StoredFile, alt: string | null): Promise<AttachmentEntity> {
    const file: AttachmentEntity = {
      ...stored,
      ...{ id: uuidv7(), uploaderId, alt, purpose: 'message', createdAt: Date.now() },
      ...{ roomId: null, messageId: null, postedAt: null, removedAt: null },
    };
    await this.database.write(async (tx) => {
      await lockRows(tx, 'users', [uploaderId]);
      // Asked again where uploads are one after the other: ten at once would each have found room.
      this.#requireRoom(await this.files.bytesOf(uploaderId, tx), file.size);
      await this.files.insert(tx, file);
    });
    return file;
  }

  #requireRoom(used: number, wanted: number): void {
    const most = this.env.UPLOAD_QUOTA_BYTES;
    if (used + wanted <= most) return;
    throw new AppError('storage_full', `Your files may take up ${inUnits(most)} at most.`);
  }
}
