import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Database, type Transaction } from '../../infra/database/database.js';
import { SessionEntity } from './session.entity.js';

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<SessionEntity | null> {
    return this.database.reads.findOneBy(SessionEntity, { id });
  }

  /** The sessions of a person that still open doors, newest first. */
  liveOf(userId: string, now: number): Promise<SessionEntity[]> {
    return this.database.reads.find(SessionEntity, {
      where: { userId, revokedAt: IsNull(), expiresAt: MoreThan(now) },
      order: { id: 'DESC' },
    });
  }

  async insert(tx: Transaction, session: SessionEntity): Promise<void> {
    await tx.insert(SessionEntity, session);
  }

  async revoke(tx: Transaction, id: string, at: number): Promise<void> {
    await tx.update(SessionEntity, { id, revokedAt: IsNull() }, { revokedAt: at });
  }
}
