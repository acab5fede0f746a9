import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import { inList } from '../../infra/database/sql.js';
import type { AttachmentEntity } from './attachment.entity.js';

/** A file that is gone for everyone, though not yet from the store. */
export type RemovedFile = Pick<AttachmentEntity, 'id' | 'storageKey' | 'thumbnails'>;

@Injectable()
export class RemovedFilesRepository {
  constructor(private readonly database: Database) {}

  /** Up to `limit` uploads from before an instant that nobody has posted are gone from now on; answers how many. */
  async expire(tx: Transaction, before: number, at: number, limit: number): Promise<number> {
    const expired = await tx.query<{ id: string }[]>(
      `SELECT id FROM attachments WHERE posted_at IS NULL AND created_at < ? AND removed_at IS NULL LIMIT ?`,
      [before, limit],
    );
    const ids = expired.map(({ id }) => id);
    await lockRows(tx, 'attachments', ids);
    // One that was posted while this waited for it is kept.
    await tx.query(`UPDATE attachments SET removed_at = ? WHERE id IN ${inList(ids)} AND posted_at IS NULL`, [
      at,
      ...ids,
    ]);
    return ids.length;
  }

  /** Up to `limit` of them, first come first. */
  async some(limit: number): Promise<RemovedFile[]> {
    return this.database.reads.query<RemovedFile[]>(
      `SELECT id, storage_key AS "storageKey", thumbnails FROM attachments
       WHERE removed_at IS NOT NULL ORDER BY removed_at LIMIT ?`,
      [limit],
    );
  }

  /** Nothing is known of them any more. */
  async forget(tx: Transaction, ids: string[]): Promise<void> {
    await tx.query(`DELETE FROM attachments WHERE id IN ${inList(ids)}`, ids);
  }
}
