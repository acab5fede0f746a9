import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { UsersModule } from '../users/users.module.js';
import { ReportDeskService } from './report-desk.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [AuditModule, MessagesModule, UsersModule],
  controllers: [ReportsController],
  providers: [ReportDeskService, ReportsRepository, ReportsService],
})
export class ReportsModule {}
