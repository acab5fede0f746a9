import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Database, type Transaction } from '../../infra/database/database.js';
import { AttachmentEntity } from './attachment.entity.js';

@Injectable()
export class AttachmentsRepository {
  constructor(private readonly database: Database) {}

  byId(id: string, manager: EntityManager = this.database.reads): Promise<AttachmentEntity | null> {
    return manager.findOneBy(AttachmentEntity, { id });
  }

  /** What this person has in the store, in bytes; what is removed counts no more. */
  async bytesOf(uploaderId: string, manager: EntityManager = this.database.reads): Promise<number> {
    const bytes = await manager.sum(AttachmentEntity, 'size', { uploaderId, removedAt: IsNull() });
    return Number(bytes ?? 0);
  }

  /** What everyone has in the store, in bytes, with what is still to be removed from it. */
  async storedBytes(): Promise<number> {
    return Number((await this.database.readLagging((reads) => reads.sum(AttachmentEntity, 'size'))) ?? 0);
  }

  async insert(tx: Transaction, file: AttachmentEntity): Promise<void> {
    await tx.insert(AttachmentEntity, file);
  }

  async update(tx: Transaction, id: string, changes: Partial<AttachmentEntity>): Promise<void> {
    await tx.update(AttachmentEntity, { id }, changes);
  }

  /** Up to `limit` pictures that still lack their thumbnails, after `afterId`, first come first. */
  lackingThumbnails(afterId: string, limit: number): Promise<AttachmentEntity[]> {
    return this.database.reads
      .createQueryBuilder(AttachmentEntity, 'file')
      .where("file.thumbnails = 'pending' AND file.removedAt IS NULL AND file.id > :afterId", { afterId })
      .orderBy('file.id')
      .limit(limit)
      .getMany();
  }

  /** Which of these keys belong to a file. */
  async knownKeys(keys: string[]): Promise<Set<string>> {
    const files = await this.database.reads.findBy(AttachmentEntity, { storageKey: In(keys) });
    return new Set(files.map(({ storageKey }) => storageKey));
  }
}
