/**
 * SQL for many rows at once, built once per row count. What engines spell differently is here and in sqlite.ts
 * alone. Column and table names are our own constants; every value is a parameter.
 */

const placeholders = (columns: number, rows: number): string => {
  const row = `(${Array(columns).fill('?').join(', ')})`;
  return Array(rows).fill(row).join(', ');
};

const perRowCount = (build: (rows: number) => string) => {
  const built = new Map<number, string>();
  return (rows: number): string => {
    let sql = built.get(rows);
    if (sql === undefined) built.set(rows, (sql = build(rows)));
    return sql;
  };
};

/** `(?, ?, ?)` for an IN list. */
export const inList = (values: unknown[]): string => `(${Array(values.length).fill('?').join(', ')})`;

export const insertRows = (table: string, columns: string[]) =>
  perRowCount(
    (rows) => `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${placeholders(columns.length, rows)}`,
  );

/**
 * A statement that works on rows given as parameters, known to it as the table `given`. It begins with WITH, as
 * TypeORM's SQLite runner returns rows only of statements that do not begin with UPDATE.
 */
export const withGiven = (columns: string[], statement: string) =>
  perRowCount(
    (rows) =>
      `WITH given (${columns.join(', ')}) AS (VALUES ${placeholders(columns.length, rows)}) ${statement}`,
  );

/**
 * A row of a table as one text, to be parsed: drivers build rows property by property, which for wide rows costs more
 * than all the rest of reading them.
 */
export const rowAsJson = (table: string, columns: readonly string[]): string =>
  `json_object(${columns.map((column) => `'${column}', ${table}.${column}`).join(', ')})`;

/** A LIKE pattern that finds `part` anywhere, with `ESCAPE '\'`. */
export const containing = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;
