import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { faultOf } from '../database/faults.js';
import { DatabaseNotReady } from '../database/not-ready.js';
import { engineUnder } from '../database/sql.js';

/** How long a lease outlives a process that died with it. */
export const LEASE_MS = 15_000;
const RENEWALS = 5;
const POLL_MS = 250;

/** The server's own time, so that the nodes' clocks do not matter. Milliseconds. */
const NOW = {
  postgres: '(extract(epoch FROM clock_timestamp()) * 1000)::bigint',
  mysql: 'UNIX_TIMESTAMP() * 1000',
};

/**
 * The right to change the tables of a database server: one node has it at a time, for a while, and keeps it by asking
 * again. Who dies with it loses it when the while is over. (Gray and Cheriton, "Leases", 1989.)
 */
export class Lease {
  readonly #owner = randomUUID();
  #renewal: NodeJS.Timeout;
  #renewing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly source: DataSource,
    private readonly ms: number,
  ) {}

  /** Waits for whoever has it. */
  static async take(source: DataSource, ms: number, onWait: () => void): Promise<Lease> {
    await makeTable(source.manager);
    const lease = new Lease(source, ms);
    for (let waited = false; !(await lease.#askOrWait()); waited = true) {
      if (!waited) onWait();
      await delay(POLL_MS);
    }
    lease.#renewal = setInterval(() => {
      lease.#renewing = lease.#ask().catch(() => undefined);
    }, ms / RENEWALS);
    return lease;
  }

  /**
   * Until the end of this transaction nobody else gets the lease.
   * @throws DatabaseNotReady when somebody else has it meanwhile, as after a long sleep of this process
   */
  async hold(tx: EntityManager): Promise<void> {
    const [row] = await tx.query<{ owner: string }[]>(
      'SELECT owner FROM migration_lease WHERE id = 1 FOR UPDATE',
    );
    if (row?.owner !== this.#owner) {
      throw new DatabaseNotReady('Another node has gone on with the migrations. Start again.');
    }
  }

  async release(): Promise<void> {
    clearInterval(this.#renewal);
    await this.#renewing;
    await this.source.manager
      .query('UPDATE migration_lease SET expires_at = 0 WHERE id = 1 AND owner = ?', [this.#owner])
      .catch(() => undefined);
  }

  /** Whoever commits under the lease holds its row for that moment. */
  #askOrWait(): Promise<boolean> {
    return this.#ask().catch((error: unknown) => {
      if (faultOf(error) === 'contended') return false;
      throw error;
    });
  }

  async #ask(): Promise<boolean> {
    const now = NOW[engineUnder(this.source.manager) as keyof typeof NOW];
    await this.source.manager.query(
      `UPDATE migration_lease SET owner = ?, expires_at = ${now} + ${this.ms}
       WHERE id = 1 AND (owner = ? OR expires_at < ${now})`,
      [this.#owner, this.#owner],
    );
    const [row] = await this.source.manager.query<{ owner: string }[]>(
      'SELECT owner FROM migration_lease WHERE id = 1',
    );
    return row?.owner === this.#owner;
  }
}

async function makeTable(manager: EntityManager): Promise<void> {
  const statements = [
    `CREATE TABLE IF NOT EXISTS migration_lease (
       id int NOT NULL PRIMARY KEY, owner varchar(36) NOT NULL, expires_at bigint NOT NULL)`,
    `INSERT INTO migration_lease (id, owner, expires_at)
     SELECT 1, '', 0 WHERE NOT EXISTS (SELECT 1 FROM migration_lease)`,
  ];
  for (const statement of statements) {
    // Of two nodes that come here at once, one may be told that the other was faster.
    await manager.query(statement).catch(() => manager.query(statement));
  }
}
