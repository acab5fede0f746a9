import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Transaction } from '../../infra/database/database.js';
import { inList, updateGiven } from '../../infra/database/sql.js';
import { AttachmentEntity } from './attachment.entity.js';

/** That a message takes a file into its room. */
export type Posted = { id: string; messageId: string; roomId: string; at: number };

const postFiles = updateGiven(
  { file: 'id', message: 'id', room: 'id', at: 'instant' },
  {
    table: 'attachments',
    set: { message_id: 'given.message', room_id: 'given.room', posted_at: 'given.at' },
    where: 'attachments.id = given.file',
  },
);

@Injectable()
export class PostedFilesRepository {
  /** Those of the ids that exist, in any order. */
  byIds(tx: Transaction, ids: string[]): Promise<AttachmentEntity[]> {
    return tx.findBy(AttachmentEntity, { id: In(ids) });
  }

  async post(tx: Transaction, posted: Posted[]): Promise<void> {
    await postFiles(
      tx,
      posted.map(({ id, messageId, roomId, at }) => [id, messageId, roomId, at]),
    );
  }

  /** The files of these messages. */
  async idsOf(tx: Transaction, messageIds: string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id FROM attachments WHERE message_id IN ${inList(messageIds)} AND removed_at IS NULL`,
      messageIds,
    );
    return rows.map(({ id }) => id);
  }
}
