import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Database, type Transaction } from '../../infra/database/database.js';
import { insertRows } from '../../infra/database/sql.js';
import { ConnectionEntity } from './connection.entity.js';

const insertConnections = insertRows('connections', [
  'id',
  'user_id',
  'session_id',
  'node_id',
  'connected_at',
  'seen_at',
]);

@Injectable()
export class ConnectionsRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Transaction, connections: ConnectionEntity[]): Promise<void> {
    await insertConnections(
      tx,
      connections.map((c) => [c.id, c.userId, c.sessionId, c.nodeId, c.connectedAt, c.seenAt]),
    );
  }

  async delete(tx: Transaction, ids: string[]): Promise<void> {
    await tx.delete(ConnectionEntity, { id: In(ids) });
  }

  async touch(nodeId: string, at: number): Promise<void> {
    await this.database.write((tx) => tx.update(ConnectionEntity, { nodeId }, { seenAt: at }));
  }

  /** Who is connected to other nodes than this one. */
  async elsewhere(nodeId: string): Promise<{ nodeId: string; userId: string }[]> {
    const rows = await this.database.reads.query<{ node_id: string; user_id: string }[]>(
      'SELECT DISTINCT node_id, user_id FROM connections WHERE node_id <> ?',
      [nodeId],
    );
    return rows.map((row) => ({ nodeId: row.node_id, userId: row.user_id }));
  }

  /** Removes the connections of a node that died; its people were last seen when it last said that it is alive. */
  async removeOf(nodeId: string): Promise<void> {
    await this.database.write(async (tx) => {
      await tx.query(
        `UPDATE users SET last_seen_at =
           (SELECT MAX(seen_at) FROM connections WHERE connections.user_id = users.id)
         WHERE id IN (SELECT user_id FROM connections WHERE node_id = ?)`,
        [nodeId],
      );
      await tx.delete(ConnectionEntity, { nodeId });
    });
  }

  /** Removes the connections of nodes that stopped saying they are alive; their people were last seen then. */
  async removeUnseenSince(at: number): Promise<void> {
    await this.database.write(async (tx) => {
      await tx.query(
        `UPDATE users SET last_seen_at =
           (SELECT MAX(seen_at) FROM connections WHERE connections.user_id = users.id)
         WHERE id IN (SELECT user_id FROM connections WHERE seen_at < ?)`,
        [at],
      );
      await tx.delete(ConnectionEntity, { seenAt: LessThan(at) });
    });
  }
}
