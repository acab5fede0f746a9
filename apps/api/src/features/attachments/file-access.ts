import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { refusalOf } from '../../common/refusal.js';
import { RoomAccess } from '../members/room-access.js';
import type { AttachmentEntity } from './attachment.entity.js';
import { AttachmentsRepository } from './attachments.repository.js';

/** Who may have a file. Asked on every request: nothing that was once allowed is remembered. */
@Injectable()
export class FileAccess {
  constructor(
    private readonly files: AttachmentsRepository,
    private readonly access: RoomAccess,
  ) {}

  /** @throws AppError `not_found`, also for files that others may have */
  async require({ userId }: Caller, id: string): Promise<AttachmentEntity> {
    const file = await this.files.byId(id);
    if (!file || file.removedAt !== null || !(await this.#isFor(userId, file))) throw notFound('file');
    return file;
  }

  /** Before it is posted its uploader; then who is in the room of its message. Pictures of people and rooms: everyone. */
  async #isFor(
    userId: string,
    { uploaderId, purpose, postedAt, roomId }: AttachmentEntity,
  ): Promise<boolean> {
    if (postedAt === null) return uploaderId === userId;
    if (purpose === 'avatar') return true;
    return roomId !== null && (await refusalOf(this.access.requireMember(userId, roomId))) === null;
  }
}
