import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not, type EntityManager } from 'typeorm';
import { Database, type Transaction } from '../../infra/database/database.js';
import { SessionEntity } from './session.entity.js';

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  byId(id: string, manager: EntityManager = this.database.reads): Promise<SessionEntity | null> {
    return manager.findOneBy(SessionEntity, { id });
  }

  /** The sessions of a person that still open doors, newest first. Times in milliseconds since 1970. */
  liveOf(
    userId: string,
    { now, usedAfter }: { now: number; usedAfter: number },
    manager: EntityManager = this.database.reads,
  ): Promise<SessionEntity[]> {
    return manager.find(SessionEntity, {
      where: { userId, revokedAt: IsNull(), expiresAt: MoreThan(now), lastUsedAt: MoreThan(usedAfter) },
      order: { id: 'DESC' },
    });
  }

  /** How many sessions each of these people has that are not over. */
  async countsOf(userIds: string[], now: number): Promise<Map<string, number>> {
    const rows = await this.database.reads.find(SessionEntity, {
      select: { userId: true },
      where: { userId: In(userIds), revokedAt: IsNull(), expiresAt: MoreThan(now) },
    });
    const counts = new Map<string, number>();
    for (const { userId } of rows) counts.set(userId, (counts.get(userId) ?? 0) + 1);
    return counts;
  }

  async insert(tx: Transaction, session: SessionEntity): Promise<void> {
    await tx.insert(SessionEntity, session);
  }

  async revoke(tx: Transaction, id: string, at: number): Promise<void> {
    await tx.update(SessionEntity, { id, revokedAt: IsNull() }, { revokedAt: at });
  }

  /** Revokes all sessions of a person but one, and says which. */
  async revokeAll(tx: Transaction, userId: string, at: number, exceptId?: string): Promise<string[]> {
    const where = { userId, revokedAt: IsNull(), ...(exceptId && { id: Not(exceptId) }) };
    const sessions = await tx.find(SessionEntity, { select: { id: true }, where });
    await tx.update(SessionEntity, where, { revokedAt: at });
    return sessions.map(({ id }) => id);
  }

  async used(tx: Transaction, ids: string[], at: number): Promise<void> {
    await tx.update(SessionEntity, { id: In(ids) }, { lastUsedAt: at });
  }
}
