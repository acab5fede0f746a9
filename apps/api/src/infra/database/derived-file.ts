import { rmSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { Database } from './database.js';
import { isInMemory, openSqlite, sqlitePath } from './sqlite.js';

/** What is in the file; one of another version is made anew. */
export type DerivedSchema = { version: number; statements: string[] };

/**
 * A SQLite file beside the database, with a writer and a reader of its own, for what can be made again from the
 * database at any time: writing it holds up nobody who writes there. Its commits do not wait for the disk, so that
 * a power cut may take the last of them away, each as a whole.
 */
export class DerivedFile {
  private constructor(
    readonly database: Database,
    private readonly connections: DataSource[],
  ) {}

  /** Opens `parley.NAME.db` beside `parley.db`; a file that is missing, of another version or broken begins empty. */
  static async open(databaseUrl: string, name: string, schema: DerivedSchema): Promise<DerivedFile> {
    if (isInMemory(databaseUrl)) return DerivedFile.#at(databaseUrl, schema);

    const file = `${sqlitePath(databaseUrl).replace(/\.db$/, '')}.${name}.db`;
    try {
      return await DerivedFile.#at(`sqlite:${file}`, schema);
    } catch {
      for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
      return DerivedFile.#at(`sqlite:${file}`, schema);
    }
  }

  async close(): Promise<void> {
    await this.database.idle();
    for (const connection of this.connections) await connection.destroy();
  }

  static async #at(url: string, schema: DerivedSchema): Promise<DerivedFile> {
    const writer = await openSqlite(url, [], 'write');
    try {
      await writer.query('PRAGMA synchronous = NORMAL');
      await writer.query('PRAGMA cache_size = -16384');
      await create(writer, schema);
      if (isInMemory(url)) return new DerivedFile(new Database(writer, writer), [writer]);

      const reader = await openSqlite(url, [], 'read');
      return new DerivedFile(new Database(writer, reader), [reader, writer]);
    } catch (error) {
      await writer.destroy();
      throw error;
    }
  }
}

/** @throws when the file is of another version */
async function create(writer: DataSource, { version, statements }: DerivedSchema): Promise<void> {
  const [{ user_version: found }] = await writer.query<[{ user_version: number }]>('PRAGMA user_version');
  if (found === version) return;
  if (found !== 0) throw new Error(`The file is of version ${found}, not ${version}`);

  // The version comes last: a file that was made by half has none, and its tables cannot be made again.
  for (const statement of [...statements, `PRAGMA user_version = ${version}`]) await writer.query(statement);
}
