import { AppError } from '../../common/app-error.js';
import type { Database, Transaction } from './database.js';

type Waiting<Item, Result> = {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
};

/**
 * Gathers items of one kind into one job of the write queue: it takes them when the job begins, so that all
 * that came while the last transaction ran is written by one statement. `write` returns a result, or an Error
 * to refuse with, for each item in order. `told` runs after the commit, before any item's promise settles.
 */
export class Batch<Item, Result> {
  #waiting: Waiting<Item, Result>[] = [];

  constructor(
    private readonly database: Database,
    private readonly write: (tx: Transaction, items: Item[]) => Promise<(Result | Error)[]>,
    private readonly told: (results: Result[]) => void = () => undefined,
    private readonly most = 1_000,
  ) {}

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#waiting.length === 1) this.#enqueue();
    });
  }

  #enqueue(): void {
    let taken: Waiting<Item, Result>[] = [];
    const job = this.database.write((tx) => {
      // A job that is tried again has its items already.
      if (taken.length === 0) taken = this.#take();
      return this.write(
        tx,
        taken.map(({ item }) => item),
      );
    });
    job.then(
      (results) => this.#settle(taken, results),
      (error: unknown) => this.#refuse(taken, error),
    );
  }

  #take(): Waiting<Item, Result>[] {
    const taken = this.#waiting.splice(0, this.most);
    if (this.#waiting.length > 0) this.#enqueue();
    return taken;
  }

  #settle(taken: Waiting<Item, Result>[], results: (Result | Error)[]): void {
    this.told(results.filter((result): result is Result => !(result instanceof Error)));
    taken.forEach(({ resolve, reject }, i) => {
      const result = results[i]!;
      if (result instanceof Error) reject(result);
      else resolve(result);
    });
  }

  #refuse(taken: Waiting<Item, Result>[], error: unknown): void {
    // A job that failed before it took its items refuses those that were waiting for it.
    const refused = taken.length > 0 ? taken : this.#waiting.splice(0, this.most);
    if (refused.length > 1 && !(error instanceof AppError)) {
      // One item is at fault, and nobody knows which: each has its own chance.
      for (const waiting of refused) this.#writeAlone(waiting);
      return;
    }
    for (const { reject } of refused) reject(error);
  }

  #writeAlone(waiting: Waiting<Item, Result>): void {
    this.database
      .write((tx) => this.write(tx, [waiting.item]))
      .then((results) => this.#settle([waiting], results), waiting.reject);
  }
}
