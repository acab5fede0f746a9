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

  /** Up to `limit` uploads from before an instant that nobody has posted, and that nobody can post any more now. */
  async expired(tx: Transaction, before: number, limit: number): Promise<string[]> {
    const isExpired = 'posted_at IS NULL AND removed_at IS NULL';
    const found = await tx.query<{ id: string }[]>(
      `SELECT id FROM attachments WHERE ${isExpired} AND created_at < ? LIMIT ?`,
      [before, limit],
    );
    const ids = found.map(({ id }) => id);
    if (!(await lockRows(tx, 'attachments', ids))) return ids;
    // One that was posted while this waited for it is kept.
    const still = await tx.query<{ id: string }[]>(
      `SELECT id FROM attachments WHERE ${isExpired} AND id IN ${inList(ids)}`,
      ids,
    );
    return still.map(({ id }) => id);
  }

  /** They are gone from now on. */
  async mark(tx: Transaction, ids: string[], at: number): Promise<void> {
    await tx.query(`UPDATE attachments SET removed_at = ? WHERE id IN ${inList(ids)}`, [at, ...ids]);
  }

  /** Those of the ids that are gone, and still known. */
  async byIds(ids: string[]): Promise<RemovedFile[]> {
    return this.database.reads.query<RemovedFile[]>(
      `SELECT id, storage_key AS "storageKey", thumbnails FROM attachments
       WHERE removed_at IS NOT NULL AND id IN ${inList(ids)}`,
      ids,
    );
  }

  /** Nothing is known of them any more. */
  async forget(tx: Transaction, ids: string[]): Promise<void> {
    await tx.query(`DELETE FROM attachments WHERE removed_at IS NOT NULL AND id IN ${inList(ids)}`, ids);
  }
}
