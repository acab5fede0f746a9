import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../../common/caller.js';
import { Batch } from '../../infra/database/batch.js';
import { Database } from '../../infra/database/database.js';
import type { ConnectionEntity } from './connection.entity.js';
import { ConnectionsRepository } from './connections.repository.js';

const HEARTBEAT_MS = 20_000;

/**
 * Keeps the record of open sockets: socket id → person and node. A node that dies leaves its rows behind; they
 * go at the next start, or when their heartbeat has been missing for three beats.
 */
@Injectable()
export class ConnectionsService implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #nodeId = uuidv7();
  readonly #logger = new Logger(ConnectionsService.name);
  readonly #opened: Batch<ConnectionEntity, void>;
  readonly #closed: Batch<string, void>;
  #heartbeat: NodeJS.Timeout;

  constructor(
    database: Database,
    private readonly connections: ConnectionsRepository,
  ) {
    this.#opened = new Batch(database, (tx, rows) =>
      connections.insert(tx, rows).then(() => rows.map(nothing)),
    );
    this.#closed = new Batch(database, (tx, ids) => connections.delete(tx, ids).then(() => ids.map(nothing)));
  }

  async onApplicationBootstrap(): Promise<void> {
    // With one node on one file, whatever is recorded now belongs to a process that has died, whenever that
    // was by its clock.
    await this.connections.removeUnseenSince(Number.MAX_SAFE_INTEGER);
    this.#heartbeat = setInterval(() => {
      this.#beat().catch((error: unknown) => this.#logger.warn({ error }));
    }, HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#heartbeat);
  }

  opened(id: string, { userId, sessionId }: Caller): Promise<void> {
    const now = Date.now();
    return this.#opened.add({ id, userId, sessionId, nodeId: this.#nodeId, connectedAt: now, seenAt: now });
  }

  closed(id: string): Promise<void> {
    return this.#closed.add(id);
  }

  async #beat(): Promise<void> {
    const now = Date.now();
    await this.connections.touch(this.#nodeId, now);
    await this.connections.removeUnseenSince(now - 3 * HEARTBEAT_MS);
  }
}

const nothing = () => undefined;
