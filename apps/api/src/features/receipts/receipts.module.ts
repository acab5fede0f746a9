import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { MentionsModule } from '../mentions/mentions.module.js';
import { ReceiptLog } from './receipt-log.js';
import { ReceiptsController } from './receipts.controller.js';
import { ReceiptsGateway } from './receipts.gateway.js';
import { ReceiptsRepository } from './receipts.repository.js';
import { ReceiptsService } from './receipts.service.js';

@Module({
  imports: [MembersModule, MentionsModule],
  controllers: [ReceiptsController],
  providers: [ReceiptLog, ReceiptsGateway, ReceiptsRepository, ReceiptsService],
})
export class ReceiptsModule {}
