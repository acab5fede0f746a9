import { Injectable } from '@nestjs/common';
import type { DeadLetter, DeadLettersQuery, Page } from '@parley/shared-types';
import type * as z from 'zod';
import { notFound } from '../../common/app-error.js';
import type { Actor } from '../../common/caller.js';
import { decodeCursor, toPage } from '../../common/cursor.js';
import { iso } from '../../infra/database/column-types.js';
import { Database } from '../../infra/database/database.js';
import { DeadLettersRepository, type DeadRow } from '../../infra/queue/dead-letters.repository.js';
import { Jobs } from '../../infra/queue/jobs.js';
import { AuditLog } from '../audit/audit-log.js';

/** Few enough that no transaction is long. */
const LETTERS_PER_STEP = 500;

/** What admins do with work that was given up. */
@Injectable()
export class DeadLettersService {
  constructor(
    private readonly database: Database,
    private readonly letters: DeadLettersRepository,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  /** The latest first. */
  async page({ limit, cursor, ...filter }: z.output<typeof DeadLettersQuery>): Promise<Page<DeadLetter>> {
    const before = cursor ? (decodeCursor(cursor, ['number', 'string']) as [number, string]) : null;

    const rows = await this.letters.pageBefore(before, filter, limit + 1);

    const page = toPage(rows, limit, ({ died_at, id }) => [Number(died_at), id]);
    return { ...page, items: page.items.map(toDeadLetter) };
  }

  /** It is done again, soon. @throws AppError `not_found` */
  async replay(actor: Actor, id: string): Promise<void> {
    await this.database.write(async (tx) => {
      const [revived] = await this.letters.revive(tx, [id], Date.now());
      if (!revived) throw notFound('dead letter');
      const details = { jobId: id, topic: revived.topic };
      await this.audit.record(tx, actor, { action: 'deadLetter.replayed', details });
    });

    this.jobs.wake();
  }

  /** All that died until now are done again; what dies again meanwhile is not. Answers how many. */
  async replayAll(actor: Actor, topic?: string): Promise<{ count: number }> {
    const until = Date.now();
    let count = 0;
    for (let step = LETTERS_PER_STEP; step === LETTERS_PER_STEP; count += step) {
      step = await this.database.write(async (tx) => {
        const ids = await this.letters.idsUntil(tx, until, { topic }, LETTERS_PER_STEP);
        const revived = await this.letters.revive(tx, ids, Date.now());
        await this.audit.recordAll(
          tx,
          revived.map((letter) => ({
            actor,
            action: 'deadLetter.replayed',
            details: { jobId: letter.id, topic: letter.topic },
          })),
        );
        return revived.length;
      });
      this.jobs.wake();
    }

    return { count };
  }

  /** It is never done. @throws AppError `not_found` */
  async discard(actor: Actor, id: string): Promise<void> {
    await this.database.write(async (tx) => {
      const [discarded] = await this.letters.discard(tx, [id]);
      if (!discarded) throw notFound('dead letter');
      const details = { jobId: id, topic: discarded.topic };
      await this.audit.record(tx, actor, { action: 'deadLetter.discarded', details });
    });
  }
}

const toDeadLetter = ({ id, topic, payload, attempts, error, created_at, died_at }: DeadRow): DeadLetter => ({
  id,
  topic,
  payload,
  attempts,
  error,
  createdAt: iso(created_at),
  diedAt: iso(died_at),
});
