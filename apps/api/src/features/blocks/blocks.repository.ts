import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Database, type Transaction } from '../../infra/database/database.js';
import { BlockEntity } from './block.entity.js';

@Injectable()
export class BlocksRepository {
  constructor(private readonly database: Database) {}

  /** Whom this person blocks, since longest first. */
  async blockedBy(userId: string, manager: EntityManager = this.database.reads): Promise<string[]> {
    const blocks = await manager.find(BlockEntity, {
      where: { userId },
      order: { createdAt: 'ASC', blockedId: 'ASC' },
    });
    return blocks.map(({ blockedId }) => blockedId);
  }

  /** Whether one of these people blocks that one. */
  async isBlockedByAny(userId: string, byIds: string[]): Promise<boolean> {
    if (byIds.length === 0) return false;
    return this.database.reads.existsBy(BlockEntity, { userId: In(byIds), blockedId: userId });
  }

  /** Whether one of the two blocks the other. */
  isBetween(one: string, other: string): Promise<boolean> {
    return this.database.reads.existsBy(BlockEntity, [
      { userId: one, blockedId: other },
      { userId: other, blockedId: one },
    ]);
  }

  async insert(tx: Transaction, block: BlockEntity): Promise<void> {
    await tx.insert(BlockEntity, block);
  }

  async delete(tx: Transaction, userId: string, blockedId: string): Promise<void> {
    await tx.delete(BlockEntity, { userId, blockedId });
  }
}
