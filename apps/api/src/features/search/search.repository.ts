import { Injectable } from '@nestjs/common';
import { Database } from '../../infra/database/database.js';

@Injectable()
export class SearchRepository {
  constructor(private readonly database: Database) {}

  /** How far every room has come: room id → version. */
  async versions(): Promise<Map<string, number>> {
    const rows = await this.database.reads.query<{ id: string; version: number }[]>(
      'SELECT id, version FROM rooms',
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  }
}
