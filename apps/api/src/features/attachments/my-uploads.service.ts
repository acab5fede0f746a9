import { Inject, Injectable } from '@nestjs/common';
import type { Attachment, UploadRules } from '@parley/shared-types';
import { conflict, notFound } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { Database, type Transaction } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import type { AttachmentEntity } from './attachment.entity.js';
import { toAttachment } from './attachment-view.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { RemovedFiles } from './removed-files.js';

/** What people do to files between uploading and posting them. */
@Injectable()
export class MyUploadsService {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly files: AttachmentsRepository,
    private readonly removed: RemovedFiles,
  ) {}

  rules(): UploadRules {
    return { maxImageBytes: this.env.MAX_IMAGE_BYTES, maxFileBytes: this.env.MAX_FILE_BYTES };
  }

  /** @throws AppError `not_found`, or `conflict` once it is posted */
  async describe(caller: Caller, id: string, alt: string): Promise<Attachment> {
    return this.database.write(async (tx) => {
      const file = await this.#requireMine(tx, caller, id);

      const described = { alt: alt || null };
      await this.files.update(tx, id, described);

      return toAttachment({ ...file, ...described });
    });
  }

  /** @throws AppError `not_found`, or `conflict` once it is posted */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.database.write(async (tx) => {
      await this.#requireMine(tx, caller, id);

      await this.removed.remove(tx, [id], Date.now());
    });

    this.removed.wake();
  }

  async #requireMine(tx: Transaction, { userId }: Caller, id: string): Promise<AttachmentEntity> {
    await lockRows(tx, 'attachments', [id]);
    const file = await this.files.byId(id, tx);
    if (file?.uploaderId !== userId || file.removedAt !== null) throw notFound('file');
    if (file.postedAt !== null) throw conflict('This file has been posted.');
    return file;
  }
}
