import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Caller } from '../../common/caller.js';
import { Bus } from '../../infra/bus/bus.js';
import { Batch } from '../../infra/database/batch.js';
import { Database } from '../../infra/database/database.js';
import { ConnectionRegistry } from '../../infra/realtime/connection-registry.js';
import { PresenceService } from '../presence/presence.service.js';
import { UsersService } from '../users/users.service.js';
import type { ConnectionEntity } from './connection.entity.js';
import { ConnectionsRepository } from './connections.repository.js';

const HEARTBEAT_MS = 20_000;
const DEAD_AFTER_MS = 3 * HEARTBEAT_MS;

/**
 * Keeps the record of open sockets: socket id → person and node. A node that dies leaves its rows behind; they go when
 * the others hear nothing of it any more, when their heartbeat has been missing for three beats, and where there is only
 * one node, at its next start.
 */
@Injectable()
export class ConnectionsService implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger = new Logger(ConnectionsService.name);
  readonly #opened: Batch<ConnectionEntity, void>;
  readonly #closed: Batch<string, void>;
  #heartbeat: NodeJS.Timeout;

  constructor(
    database: Database,
    private readonly connections: ConnectionsRepository,
    private readonly bus: Bus,
    private readonly registry: ConnectionRegistry,
    private readonly users: UsersService,
    private readonly presence: PresenceService,
  ) {
    bus.onGone((nodeId) => void this.#lost(nodeId).catch((error: unknown) => this.#logger.warn({ error })));
    this.#opened = new Batch(database, (tx, rows) =>
      connections.insert(tx, rows).then(() => rows.map(nothing)),
    );
    this.#closed = new Batch(database, (tx, ids) => connections.delete(tx, ids).then(() => ids.map(nothing)));
  }

  async onApplicationBootstrap(): Promise<void> {
    // With one node, whatever is recorded now belongs to a process that has died, whenever that was by its clock.
    const diedBefore = this.bus.isShared ? Date.now() - DEAD_AFTER_MS : Number.MAX_SAFE_INTEGER;
    await this.connections.removeUnseenSince(diedBefore);
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
    return this.#opened.add({
      id,
      userId,
      sessionId,
      nodeId: this.bus.nodeId,
      connectedAt: now,
      seenAt: now,
    });
  }

  closed(id: string): Promise<void> {
    return this.#closed.add(id);
  }

  async #beat(): Promise<void> {
    const now = Date.now();
    await this.connections.touch(this.bus.nodeId, now);
    await this.connections.removeUnseenSince(now - DEAD_AFTER_MS);
    // While nobody can be heard, the table says who is elsewhere.
    if (this.bus.isUp) return;
    this.presence.changed(this.registry.learn(await this.connections.elsewhere(this.bus.nodeId)));
  }

  /** Its people who are nowhere else are shown offline, by one of those that are left. */
  async #lost(nodeId: string): Promise<void> {
    const userIds = this.registry.lose(nodeId);
    if (!this.bus.isFirst) return;
    await this.connections.removeOf(nodeId);
    for (const userId of userIds) this.users.changed(userId);
    this.presence.changed(userIds);
  }
}

const nothing = () => undefined;
