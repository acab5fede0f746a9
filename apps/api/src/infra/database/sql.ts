import type { EntityManager } from 'typeorm';
import type { Engine } from '../../config/database-url.js';

/**
 * SQL for many rows at once, built once for each engine. What engines spell differently is here and in their own
 * files alone. Column and table names are our own constants; every value is a parameter, written as `?`.
 */

/** What a column of given rows holds; `id` is a short text. */
type Kind = 'id' | 'text' | 'int' | 'instant' | 'boolean';
type Columns = Record<string, Kind>;
type Values = readonly unknown[];

/** What a statement may ask of the engine that it is written for. */
export type Dialect = {
  /** Joins what stands before to what follows, in this order: from few given rows to the many that are stored. */
  join: string;
  /**
   * A row of a table as one text, to be parsed: drivers build rows property by property, which for wide rows costs
   * more than all the rest of reading them.
   */
  rowAsJson: (table: string, columns: readonly string[]) => string;
};

const pairsOf = (table: string, columns: readonly string[]): string =>
  columns.map((column) => `'${column}', ${table}.${column}`).join(', ');

const DIALECTS: Record<Engine, Dialect> = {
  sqlite: {
    join: 'CROSS JOIN',
    rowAsJson: (table, columns) => `json_object(${pairsOf(table, columns)})`,
  },
  postgres: {
    join: 'JOIN',
    rowAsJson: (table, columns) => `json_build_object(${pairsOf(table, columns)})::text`,
  },
  mysql: {
    join: 'STRAIGHT_JOIN',
    // As a text: the driver would parse what is JSON.
    rowAsJson: (table, columns) => `CAST(JSON_OBJECT(${pairsOf(table, columns)}) AS CHAR)`,
  },
};

export const engineUnder = (manager: EntityManager): Engine => manager.connection.options.type as Engine;
export const dialectUnder = (manager: EntityManager): Dialect => DIALECTS[engineUnder(manager)];

/** Writes given rows into a statement as the table `given`, or as what stands for it. */
type GivenRows = {
  /** What the statement begins with. */
  before: (columns: Columns, rows: number) => string;
  /** What stands for the table after FROM or UPDATE. */
  table: (columns: Columns) => string;
  parameters: (columns: string[], rows: Values[]) => unknown[];
};

const placeholders = (columns: number, rows: number): string => {
  const row = `(${Array(columns).fill('?').join(', ')})`;
  return Array(rows).fill(row).join(', ');
};

const POSTGRES_TYPES: Record<Kind, string> = {
  id: 'varchar',
  text: 'text',
  int: 'integer',
  instant: 'bigint',
  boolean: 'boolean',
};
const MYSQL_TYPES: Record<Kind, string> = {
  id: 'VARCHAR(255)',
  text: 'LONGTEXT',
  int: 'INT',
  instant: 'BIGINT',
  boolean: 'BOOLEAN',
};

const GIVEN: Record<Engine, GivenRows> = {
  sqlite: {
    before: (columns, rows) => {
      const names = Object.keys(columns);
      return `WITH given (${names.join(', ')}) AS (VALUES ${placeholders(names.length, rows)}) `;
    },
    table: () => 'given',
    parameters: (_, rows) => rows.flat(),
  },
  // One array for each column: the text is the same however many rows there are.
  postgres: {
    before: () => '',
    table: (columns) => {
      const arrays = Object.values(columns).map((kind) => `?::${POSTGRES_TYPES[kind]}[]`);
      return `unnest(${arrays.join(', ')}) AS given (${Object.keys(columns).join(', ')})`;
    },
    parameters: (columns, rows) => columns.map((_, i) => rows.map((row) => row[i])),
  },
  // All of them as one JSON text.
  mysql: {
    before: () => '',
    table: (columns) => {
      const paths = Object.entries(columns).map(
        ([name, kind], i) => `${name} ${MYSQL_TYPES[kind]} PATH '$[${i}]'`,
      );
      return `JSON_TABLE(?, '$[*]' COLUMNS (${paths.join(', ')})) AS given`;
    },
    parameters: (_, rows) => [JSON.stringify(rows)],
  },
};

/** A text for each engine, and where the text depends on how many rows there are, for each number of them. */
function textOf(build: (engine: Engine, rows: number) => string): (engine: Engine, rows: number) => string {
  const built = new Map<string, string>();
  return (engine, rows) => {
    const key = engine === 'postgres' || engine === 'mysql' ? engine : String(rows);
    let sql = built.get(key);
    if (sql === undefined) built.set(key, (sql = build(engine, rows)));
    return sql;
  };
}

/** A statement that is run with rows; each row has a value for each column, in their order. */
export type RowStatement<Result> = (manager: EntityManager, rows: Values[]) => Promise<Result>;

/** A statement that works on rows given as parameters, known to it as the table `given`: `… FROM given …`. */
export function withGiven<Row>(
  columns: Columns,
  statement: (dialect: Dialect) => string,
): RowStatement<Row[]> {
  const names = Object.keys(columns);
  const text = textOf((engine, rows) => {
    const { before, table } = GIVEN[engine];
    return (
      before(columns, rows) + statement(DIALECTS[engine]).replace('FROM given', `FROM ${table(columns)}`)
    );
  });
  return async (manager, rows) => {
    if (rows.length === 0) return [];
    const engine = engineUnder(manager);
    return manager.query(text(engine, rows.length), GIVEN[engine].parameters(names, rows));
  };
}

type Update = {
  table: string;
  /** Column → what it is from now on, with the table's own columns by their full names. */
  set: Record<string, string>;
  where: string;
};

/** An update of rows of a table by rows given as parameters, known to it as the table `given`. */
export function updateGiven(columns: Columns, update: Update): RowStatement<void> {
  const run = updateText(columns, update);
  return async (manager, rows) => {
    if (rows.length > 0) await run(manager, rows);
  };
}

/** The same, and answers columns of what it updated. */
export function updateGivenReturning<Row>(
  columns: Columns,
  update: Update,
  returning: string[],
): RowStatement<Row[]> {
  const { table, where } = update;
  const answer = returning.map((column) => `${table}.${column}`).join(', ');
  const run = updateText(columns, update, ` RETURNING ${answer}`);
  // An engine that cannot answer an update is asked after it: its rows are locked until the end of the transaction.
  const ask = withGiven<Row>(
    columns,
    ({ join }) => `SELECT ${answer} FROM given ${join} ${table} ON ${where}`,
  );
  return async (manager, rows) => {
    if (rows.length === 0) return [];
    const answered = await run(manager, rows);
    return engineUnder(manager) === 'mysql' ? ask(manager, rows) : (answered as Row[]);
  };
}

function updateText(columns: Columns, { table, set, where }: Update, returning = ''): RowStatement<unknown> {
  const names = Object.keys(columns);
  const assignments = (prefix: string) =>
    Object.entries(set)
      .map(([column, value]) => `${prefix}${column} = ${value}`)
      .join(', ');
  const text = textOf((engine, rows) => {
    const given = GIVEN[engine];
    if (engine === 'mysql') {
      const { join } = DIALECTS.mysql;
      return `UPDATE ${given.table(columns)} ${join} ${table} ON ${where} SET ${assignments(`${table}.`)}`;
    }
    // In SQLite it begins with WITH: TypeORM's runner returns rows only of statements that do not begin with UPDATE.
    const from = `FROM ${given.table(columns)} WHERE ${where}`;
    return `${given.before(columns, rows)}UPDATE ${table} SET ${assignments('')} ${from}${returning}`;
  });
  return async (manager, rows) => {
    const engine = engineUnder(manager);
    const answered: unknown = await manager.query(
      text(engine, rows.length),
      GIVEN[engine].parameters(names, rows),
    );
    // PostgreSQL's driver answers an UPDATE with its rows and how many there were.
    return engine === 'postgres' ? (answered as [unknown[], number])[0] : answered;
  };
}

export function insertRows(table: string, columns: string[]): RowStatement<void> {
  const into = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `;
  const built = new Map<number, string>();
  return async (manager, rows) => {
    if (rows.length === 0) return;
    let sql = built.get(rows.length);
    if (sql === undefined) {
      built.set(rows.length, (sql = into + placeholders(columns.length, rows.length)));
    }
    await manager.query(sql, rows.flat());
  };
}

/** `(?, ?, ?)` for an IN list; an empty one holds for nothing. */
export const inList = (values: unknown[]): string =>
  values.length === 0 ? '(NULL)' : `(${Array(values.length).fill('?').join(', ')})`;

/** A LIKE pattern that finds `part` anywhere; it goes with `LIKE_ESCAPE`. */
export const containing = (part: string): string => `%${part.replace(/[!%_]/g, '!$&')}%`;
export const LIKE_ESCAPE = `ESCAPE '!'`;
