import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, Not, type FindOptionsWhere } from 'typeorm';
import { Database, type Transaction } from '../../infra/database/database.js';
import { ReportEntity } from './report.entity.js';

@Injectable()
export class ReportsRepository {
  constructor(private readonly database: Database) {}

  /** Up to `limit` reports before one, the latest first. */
  pageBefore(id: string | null, isOpen: boolean, limit: number): Promise<ReportEntity[]> {
    const where: FindOptionsWhere<ReportEntity> = { resolvedAt: isOpen ? IsNull() : Not(IsNull()) };
    if (id !== null) where.id = LessThan(id);
    return this.database.reads.find(ReportEntity, { where, order: { id: 'DESC' }, take: limit });
  }

  byId(tx: Transaction, id: string): Promise<ReportEntity | null> {
    return tx.findOneBy(ReportEntity, { id });
  }

  isOpen(tx: Transaction, openKey: string): Promise<boolean> {
    return tx.existsBy(ReportEntity, { openKey });
  }

  async insert(tx: Transaction, report: ReportEntity): Promise<void> {
    await tx.insert(ReportEntity, report);
  }

  async resolve(tx: Transaction, id: string, resolvedAt: number, resolvedById: string | null): Promise<void> {
    await tx.update(ReportEntity, { id }, { openKey: null, resolvedAt, resolvedById });
  }
}
