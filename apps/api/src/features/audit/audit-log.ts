import { Injectable } from '@nestjs/common';
import type { AuditAction, AuditQuery, AuditRecord, Page } from '@parley/shared-types';
import { v7 as uuidv7 } from 'uuid';
import type * as z from 'zod';
import type { Actor } from '../../common/caller.js';
import { decodeCursor, toPage } from '../../common/cursor.js';
import { iso } from '../../infra/database/column-types.js';
import type { Transaction } from '../../infra/database/database.js';
import { UsersService } from '../users/users.service.js';
import type { AuditEntity } from './audit.entity.js';
import { AuditRepository, type AuditRow } from './audit.repository.js';

/** What was done, and to whom or what. `details` never hold what people wrote, nor a secret. */
export type Deed = {
  action: AuditAction;
  userId?: string | null;
  roomId?: string | null;
  messageId?: string | null;
  details?: Record<string, string>;
};

/** What is kept of who did what to whom, for good. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly records: AuditRepository,
    private readonly users: UsersService,
  ) {}

  /** Within the transaction of the deed, so that it is kept if and only if the deed is. */
  record(tx: Transaction, actor: Actor, deed: Deed): Promise<void> {
    return this.recordAll(tx, [{ actor, ...deed }]);
  }

  /** The same for many deeds by one statement; none for none. */
  async recordAll(tx: Transaction, deeds: (Deed & { actor: Actor })[]): Promise<void> {
    if (deeds.length > 0) await this.records.insert(tx, deeds.map(toEntity));
  }

  /** Latest first. */
  async page({ limit, cursor, ...filter }: z.output<typeof AuditQuery>): Promise<Page<AuditRecord>> {
    const before = cursor ? String(decodeCursor(cursor, ['string'])[0]) : null;

    const rows = await this.records.pageBefore(before, filter, limit + 1);

    const page = toPage(rows, limit, ({ id }) => [id]);
    return { ...page, items: await this.#toRecords(page.items) };
  }

  async #toRecords(rows: AuditRow[]): Promise<AuditRecord[]> {
    const ids = rows.flatMap(({ actor_id, user_id }) => [actor_id ?? [], user_id ?? []].flat());
    const people = await this.users.byIds([...new Set(ids)]);
    const personOf = new Map(people.map((person) => [person.id, person]));
    return rows.map((row) => ({
      id: row.id,
      at: iso(row.at),
      action: row.action,
      actor: personOf.get(row.actor_id ?? '') ?? null,
      person: personOf.get(row.user_id ?? '') ?? null,
      roomId: row.room_id,
      messageId: row.message_id,
      address: row.address,
      details: row.details === null ? {} : (JSON.parse(row.details) as Record<string, string>),
    }));
  }
}

const toEntity = ({
  actor,
  action,
  userId,
  roomId,
  messageId,
  details,
}: Deed & { actor: Actor }): AuditEntity => ({
  id: uuidv7(),
  at: Date.now(),
  action,
  actorId: actor.userId,
  userId: userId ?? null,
  roomId: roomId ?? null,
  messageId: messageId ?? null,
  address: actor.address,
  details: details ? JSON.stringify(details) : null,
});
