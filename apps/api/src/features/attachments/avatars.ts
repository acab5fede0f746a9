import { Injectable } from '@nestjs/common';
import { invalid } from '../../common/app-error.js';
import type { Transaction } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import { isPicture, thumbnailAddress } from './attachment-view.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { AvatarsRepository } from './avatars.repository.js';
import { isToPost } from './chosen-files.js';
import { RemovedFiles } from './removed-files.js';

/** Pictures of people and rooms. Everyone who is signed in may see them; the one that was there before goes. */
@Injectable()
export class Avatars {
  constructor(
    private readonly files: AttachmentsRepository,
    private readonly avatars: AvatarsRepository,
    private readonly gone: RemovedFiles,
  ) {}

  /**
   * Within the transaction that stores the address that it answers; null takes the picture away. Call `replaced` after
   * the commit. @throws AppError `validation_failed` for what is no picture of theirs to post
   */
  async ofPerson(tx: Transaction, userId: string, id: string | null): Promise<string | null> {
    await this.#replace(tx, userId, id, null, await this.avatars.idsOf(tx, userId));
    return id && thumbnailAddress(id);
  }

  /** The same for a room, by the id of its picture; `userId` is who gives it. @throws AppError as `ofPerson` */
  async ofRoom(
    tx: Transaction,
    userId: string,
    room: { id: string; avatarId: string | null },
    id: string | null,
  ): Promise<string | null> {
    await this.#replace(tx, userId, id, room.id, room.avatarId ? [room.avatarId] : []);
    return id;
  }

  replaced(): void {
    this.gone.wake();
  }

  async #replace(tx: Transaction, userId: string, id: string | null, roomId: string | null, shown: string[]) {
    const now = Date.now();
    // The picture that is shown already is no new one: the call may be a repeated one.
    if (id !== null && !shown.includes(id)) {
      await lockRows(tx, 'attachments', [id]);
      const file = await this.files.byId(id, tx);
      if (!file || !isToPost(file, userId) || !isPicture(file)) {
        throw invalid('avatarAttachmentId', 'Only a picture that you have uploaded and not posted yet');
      }
      await this.avatars.show(tx, id, roomId, now);
    }

    const old = shown.filter((known) => known !== id);
    await this.gone.remove(tx, old, now);
  }
}
