import { Injectable } from '@nestjs/common';
import type { AuditAction } from '@parley/shared-types';
import { Database, type Transaction } from '../../infra/database/database.js';
import { AuditEntity } from './audit.entity.js';

/** A row of `audit` as a raw query gives it. */
export type AuditRow = {
  id: string;
  at: number | string;
  action: AuditAction;
  actor_id: string | null;
  user_id: string | null;
  room_id: string | null;
  message_id: string | null;
  address: string | null;
  details: string | null;
};

export type AuditFilter = { userId?: string | undefined; action?: AuditAction | undefined };

/** The last of all UUIDs (RFC 9562): behind every id, in whatever order texts are. */
const LATEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Transaction, records: AuditEntity[]): Promise<void> {
    await tx.insert(AuditEntity, records);
  }

  /** Up to `limit` records before one, the latest first; of a person: what they did, and what was done to them. */
  pageBefore(id: string | null, { userId, action }: AuditFilter, limit: number): Promise<AuditRow[]> {
    const conditions = ['id < ?', ...(action ? ['action = ?'] : [])].join(' AND ');
    const page = (of: string) => `SELECT * FROM audit WHERE ${of}${conditions} ORDER BY id DESC LIMIT ?`;
    const given = [id ?? LATEST, ...(action ? [action] : []), limit];
    // Nothing of it ever changes, and it grows for ever: what was done a moment ago comes a moment later.
    if (!userId) return this.database.readLagging((reads) => reads.query<AuditRow[]>(page(''), given));

    // Each half walks an index of its own: one condition with OR would sort all that there is of a person.
    const halves = ['actor_id = ? AND ', 'user_id = ? AND '].map(
      (of, i) => `SELECT * FROM (${page(of)}) AS half_${i}`,
    );
    const both = `${halves.join(' UNION ')} ORDER BY id DESC LIMIT ?`;
    return this.database.readLagging((reads) =>
      reads.query<AuditRow[]>(both, [userId, ...given, userId, ...given, limit]),
    );
  }
}
