import type { BeforeApplicationShutdown, OnApplicationShutdown } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { Ask, Replica } from './replica.js';
import { dialectUnder, type Dialect } from './sql.js';
import { WriteQueue } from './write-queue.js';

/** What a job writes through: all of it is stored, or nothing. */
export type Transaction = EntityManager;

/**
 * The way to the tables. Writes are serial; reads run beside them on connections of their own that cannot write and see
 * only what is committed.
 */
export class Database implements BeforeApplicationShutdown, OnApplicationShutdown {
  readonly dialect: Dialect;
  readonly #queue: WriteQueue;

  constructor(
    writer: DataSource,
    private readonly reader: DataSource,
    /** Null where there is none. */
    readonly replica: Replica | null = null,
  ) {
    this.dialect = dialectUnder(reader.manager);
    this.#queue = new WriteQueue(writer);
  }

  get reads(): EntityManager {
    return this.reader.manager;
  }

  /**
   * Reads what may be some seconds old, from the replica where there is one; it may be asked a second time, of the
   * database itself. For where to look, never for what a right, a version or a position hangs on, nor for what its
   * writer looks at next.
   */
  readLagging<T>(ask: Ask<T>): Promise<T> {
    return this.replica ? this.replica.ask(ask) : ask(this.reads);
  }

  /**
   * Runs `work` in a transaction and settles after COMMIT. What it throws rolls back its own work alone.
   * Inside, write through `tx` only, and never with `save()`, which opens transactions of its own.
   * @throws AppError `unavailable` or `storage_full` when the commit failed; nothing is stored then, save that a server
   * whose connection breaks at COMMIT may have stored it: asking again tells
   */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#queue.add(work);
  }

  /**
   * The same for work that takes a right away. What is asked later runs in a later transaction, after the caller
   * has made the loss known; in the same one it would still count on a right that is only gone at COMMIT.
   */
  writeLast<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#queue.add(work, true);
  }

  /** The same tables by a writer of its own, which waits for none of the others' jobs, nor they for it. */
  writtenBy(writer: DataSource): Database {
    return new Database(writer, this.reader, this.replica);
  }

  /** Settles when every write that was asked for is done. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  async isReachable(): Promise<boolean> {
    return this.reads.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.idle();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.replica?.end();
  }
}
