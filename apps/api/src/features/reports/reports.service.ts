import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { conflict, invalid } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { Database } from '../../infra/database/database.js';
import { AuditLog } from '../audit/audit-log.js';
import { MessageAccess } from '../messages/message-access.js';
import { UsersService } from '../users/users.service.js';
import type { ReportEntity } from './report.entity.js';
import { ReportsRepository } from './reports.repository.js';

type Reported = Pick<ReportEntity, 'personId' | 'messageId' | 'roomId' | 'messageBody' | 'reason'>;

/** People tell the admins of what should not be; whoever is reported hears nothing of it. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportsRepository,
    private readonly messages: MessageAccess,
    private readonly users: UsersService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Keeps what the message says now. @throws AppError `not_found` or `forbidden` for what the caller may not read,
   * `validation_failed` for their own, `conflict` when nothing is left of it
   */
  async reportMessage(caller: Caller, messageId: string, reason: string): Promise<void> {
    const row = await this.messages.requireReadable(caller.userId, messageId);
    if (row.sender_id === caller.userId) throw invalid('messageId', 'This is your own message.');
    if (row.deleted_at !== null) throw conflict('This message was deleted.');

    const { sender_id: personId, room_id: roomId, body: messageBody } = row;
    await this.#keep(caller, { personId, messageId, roomId, messageBody, reason });
  }

  /** @throws AppError `not_found`, `validation_failed` for oneself */
  async reportUser(caller: Caller, personId: string, reason: string): Promise<void> {
    if (personId === caller.userId) throw invalid('userId', 'You cannot report yourself.');
    await this.users.get(personId);

    await this.#keep(caller, { personId, messageId: null, roomId: null, messageBody: null, reason });
  }

  /** Once, while it is open. */
  async #keep(caller: Caller, reported: Reported): Promise<void> {
    const { personId, messageId, roomId } = reported;
    const openKey = `${caller.userId}:${messageId ?? personId}`;
    const report: ReportEntity = {
      id: uuidv7(),
      openKey,
      reporterId: caller.userId,
      ...reported,
      createdAt: Date.now(),
      resolvedAt: null,
      resolvedById: null,
    };
    await this.database.write(async (tx) => {
      if (await this.reports.isOpen(tx, openKey)) return;
      await this.reports.insert(tx, report);
      await this.audit.record(tx, caller, {
        action: 'report.made',
        userId: personId,
        roomId,
        messageId,
        details: { reportId: report.id },
      });
    });
  }
}
