import { Logger } from '@nestjs/common';
import type { DataSource, QueryRunner } from 'typeorm';
import { engineOf, placeOf } from '../../config/database-url.js';
import { claimFile, DatabaseInUse } from './file-lock.js';
import { openDatabase } from './open.js';

/** How often the claim on a server is looked after: its connection may have gone with a restart of the server. */
const CHECK_MS = 10_000;

const CLAIMS = {
  postgres: "SELECT pg_try_advisory_lock(hashtext('parley')) AS claimed",
  mysql: "SELECT GET_LOCK(CONCAT('parley:', MD5(DATABASE())), 0) AS claimed",
};

const log = new Logger('Database');

/**
 * Claims a database for this process until the answer is called or the process ends, however it ends: two nodes that do
 * not know of each other would each tell only their own sockets.
 * @throws DatabaseInUse
 */
export async function claimDatabase(url: string): Promise<() => Promise<void>> {
  const engine = engineOf(url);
  return engine === 'sqlite' ? claimFile(url) : ServerClaim.on(url, CLAIMS[engine]);
}

/** A lock that the server gives to a connection and takes back when it ends. */
class ServerClaim {
  #timer: NodeJS.Timeout;
  #check: Promise<void> = Promise.resolve();

  private constructor(
    private readonly url: string,
    private readonly claim: string,
    private readonly source: DataSource,
    private connection: QueryRunner,
  ) {}

  static async on(url: string, claim: string): Promise<() => Promise<void>> {
    const source = await openDatabase(url, [], 'write', 1);
    const held = new ServerClaim(url, claim, source, source.createQueryRunner());
    try {
      await held.#take();
    } catch (error) {
      await source.destroy();
      throw error;
    }
    held.#timer = setInterval(() => (held.#check = held.#keep()), CHECK_MS).unref();
    return () => held.#release();
  }

  async #take(): Promise<void> {
    const [answer] = (await this.connection.query(this.claim)) as [{ claimed: boolean | number }];
    if (!answer.claimed) {
      throw new DatabaseInUse(
        `Another server is running on ${placeOf(this.url)}. Stop it, or set REDIS_URL for both to run side by side.`,
      );
    }
  }

  async #keep(): Promise<void> {
    try {
      await this.connection.query('SELECT 1');
    } catch {
      await this.connection.release().catch(() => undefined);
      this.connection = this.source.createQueryRunner();
      await this.#take().catch((error: unknown) =>
        log.error({ msg: 'The claim on the database is lost', error }),
      );
    }
  }

  async #release(): Promise<void> {
    clearInterval(this.#timer);
    await this.#check;
    await this.connection.release().catch(() => undefined);
    await this.source.destroy();
  }
}
