import { Injectable } from '@nestjs/common';
import type { Page, Report, ReportsQuery } from '@parley/shared-types';
import type * as z from 'zod';
import { notFound } from '../../common/app-error.js';
import type { Actor } from '../../common/caller.js';
import { decodeCursor, toPage } from '../../common/cursor.js';
import { iso, isoOrNull } from '../../infra/database/column-types.js';
import { Database } from '../../infra/database/database.js';
import { AuditLog } from '../audit/audit-log.js';
import { UsersService } from '../users/users.service.js';
import type { ReportEntity } from './report.entity.js';
import { ReportsRepository } from './reports.repository.js';

/** What admins do with reports. */
@Injectable()
export class ReportDeskService {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportsRepository,
    private readonly users: UsersService,
    private readonly audit: AuditLog,
  ) {}

  /** Latest first. */
  async page({ state, limit, cursor }: z.output<typeof ReportsQuery>): Promise<Page<Report>> {
    const before = cursor ? String(decodeCursor(cursor, ['string'])[0]) : null;

    const rows = await this.reports.pageBefore(before, state === 'open', limit + 1);

    const page = toPage(rows, limit, ({ id }) => [id]);
    return { ...page, items: await this.#toReports(page.items) };
  }

  /** One that is resolved stays as it was resolved. @throws AppError `not_found` */
  async resolve(actor: Actor, id: string): Promise<Report> {
    const resolved = await this.database.write(async (tx) => {
      const report = await this.reports.byId(tx, id);
      if (!report) throw notFound('report');
      if (report.resolvedAt !== null) return report;
      const [resolvedAt, resolvedById] = [Date.now(), actor.userId];
      await this.reports.resolve(tx, id, resolvedAt, resolvedById);
      const { personId: userId, roomId, messageId } = report;
      const details = { reportId: id };
      await this.audit.record(tx, actor, { action: 'report.resolved', userId, roomId, messageId, details });
      return { ...report, resolvedAt, resolvedById };
    });

    return (await this.#toReports([resolved]))[0]!;
  }

  async #toReports(rows: ReportEntity[]): Promise<Report[]> {
    const ids = rows.flatMap(({ reporterId, personId, resolvedById }) => [
      reporterId,
      personId,
      ...(resolvedById ? [resolvedById] : []),
    ]);
    const people = await this.users.byIds([...new Set(ids)]);
    const personOf = new Map(people.map((person) => [person.id, person]));
    return rows.map((row) => ({
      id: row.id,
      reporter: personOf.get(row.reporterId)!,
      person: personOf.get(row.personId)!,
      messageId: row.messageId,
      roomId: row.roomId,
      messageBody: row.messageBody,
      reason: row.reason,
      createdAt: iso(row.createdAt),
      resolvedAt: isoOrNull(row.resolvedAt),
      resolvedBy: personOf.get(row.resolvedById ?? '') ?? null,
    }));
  }
}
