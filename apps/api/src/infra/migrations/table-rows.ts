import { createHash } from 'node:crypto';
import type { EntityMetadata, QueryRunner } from 'typeorm';

export type Value = string | number | boolean | null;
export type Row = Value[];

/** A table as it is read and written on any engine: columns by name, in an order that is the same on all. */
export type Table = {
  name: string;
  columns: string[];
  keys: string[];
  readRow: (row: Record<string, unknown>) => Row;
};

const PAGE = 500;

/** What drivers give for the same value differs: 1 or true, 12 or '12'. */
const READ: Record<string, (value: unknown) => Value> = {
  varchar: String,
  text: String,
  boolean: Boolean,
  int: Number,
  bigint: (value) => exact(Number(value)),
};

function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is not a whole number that can be copied`);
  return value;
}

/** The tables of the entities, each after those that its rows refer to. */
export function tablesOf(entities: EntityMetadata[]): Table[] {
  const sorted: EntityMetadata[] = [];
  const visit = (entity: EntityMetadata) => {
    if (sorted.includes(entity)) return;
    for (const { referencedEntityMetadata: other } of entity.foreignKeys) if (other !== entity) visit(other);
    sorted.push(entity);
  };
  entities.forEach(visit);
  return sorted.map(tableOf);
}

function tableOf({ tableName, columns, primaryColumns }: EntityMetadata): Table {
  const readers = columns
    .map(({ databaseName, type }) => ({ column: databaseName, read: READ[String(type)] }))
    .sort((a, b) => (a.column < b.column ? -1 : 1));
  const unknown = readers.find(({ read }) => !read);
  if (unknown) throw new Error(`Nobody said how ${tableName}.${unknown.column} is copied`);
  return {
    name: tableName,
    columns: readers.map(({ column }) => column),
    keys: primaryColumns.map(({ databaseName }) => databaseName),
    readRow: (row) => readers.map(({ column, read }) => (row[column] === null ? null : read!(row[column]))),
  };
}

/** All rows, page by page in the order of the primary key. Run it in a transaction that sees one state. */
export async function* pagesOf(runner: QueryRunner, table: Table): AsyncGenerator<Row[]> {
  const quote = (name: string) => runner.connection.driver.escape(name);
  const keys = table.keys.map(quote);
  // Not `(a, b) > (?, ?)`: MariaDB would read the table from its beginning for each page.
  const after = keys
    .map(
      (key, i) => `(${[...keys.slice(0, i).map((earlier) => `${earlier} = ?`), `${key} > ?`].join(' AND ')})`,
    )
    .join(' OR ');
  const select = `SELECT ${table.columns.map(quote).join(', ')} FROM ${quote(table.name)}`;
  const order = `ORDER BY ${keys.join(', ')} LIMIT ${PAGE}`;
  let last: Value[] = [];
  for (;;) {
    const where = last.length > 0 ? `WHERE ${after}` : '';
    const given = last.flatMap((_, i) => last.slice(0, i + 1));
    const found = await runner.manager.query<Record<string, unknown>[]>(`${select} ${where} ${order}`, given);
    const rows: Row[] = found.map(table.readRow);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = table.keys.map((key) => rows.at(-1)![table.columns.indexOf(key)]!);
  }
}

/**
 * Counts rows and sums up their SHA-256: the same rows give the same sum in whatever order an engine sorts their keys.
 * (AdHash: Bellare and Micciancio, "A New Paradigm for Collision-free Hashing", 1997.)
 */
export class RowSum {
  count = 0;
  #sum = 0n;

  add(rows: Row[]): void {
    for (const row of rows) {
      this.count++;
      const digest = createHash('sha256').update(JSON.stringify(row)).digest('hex');
      this.#sum = BigInt.asUintN(256, this.#sum + BigInt(`0x${digest}`));
    }
  }

  toString(): string {
    return `${this.count} rows, ${this.#sum.toString(16).padStart(64, '0')}`;
  }
}

export async function sumOf(runner: QueryRunner, table: Table): Promise<RowSum> {
  const sum = new RowSum();
  for await (const rows of pagesOf(runner, table)) sum.add(rows);
  return sum;
}
