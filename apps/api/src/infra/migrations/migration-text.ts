import type { DataSource } from 'typeorm';
import type { Engine } from '../../config/database-url.js';
import { guardsOf } from '../database/append-only-sql.js';
import { COLLATION } from '../database/mysql.js';

export type Statement = { query: string; parameters?: unknown[] | undefined };
export type Difference = { up: Statement[]; down: Statement[] };

/**
 * What TypeORM would change to make the database that which the entities say, and how that is taken back; with the
 * guards of append-only tables that are made, or made anew. Null when there is nothing to change.
 */
export async function differenceOf(source: DataSource): Promise<Difference | null> {
  await nameMariaDb(source);
  const { upQueries, downQueries } = await source.driver.createSchemaBuilder().log();
  if (upQueries.length === 0) return null;

  const engine = source.options.type as Engine;
  const up: Statement[] = [...upQueries];
  const down: Statement[] = [...downQueries].reverse();
  for (const { table, set, remove } of guardsOf(engine, source.entityMetadatas)) {
    for (const statements of [up, down]) {
      if (statements.some(makes(table))) statements.push(...set.map((query) => ({ query })));
      else if (statements.some(drops(table))) statements.push(...remove.map((query) => ({ query })));
    }
  }
  return { up, down };
}

/** MariaDB describes defaults in its own way, which TypeORM reads only where it is called by its name. */
async function nameMariaDb({ driver, manager, options }: DataSource): Promise<void> {
  if (options.type !== 'mysql') return;
  const [{ version }] = await manager.query<[{ version: string }]>('SELECT VERSION() AS version');
  if (version.includes('MariaDB')) driver.options = { ...options, type: 'mariadb' };
}

// SQLite alters a table by making another one and giving it the name.
const makes = (table: string) => {
  const sign = new RegExp(`^CREATE TABLE ["\`]${table}["\`]|RENAME TO ["\`]${table}["\`]`);
  return ({ query }: Statement) => sign.test(query);
};
const drops = (table: string) => {
  const sign = new RegExp(`^DROP TABLE ["\`]${table}["\`]`);
  return ({ query }: Statement) => sign.test(query);
};

/** What the first migration begins with: all tables that follow compare texts by their bytes. */
export const BEFORE_ALL: Record<Engine, Statement[]> = {
  sqlite: [],
  postgres: [],
  mysql: [{ query: `ALTER DATABASE CHARACTER SET utf8mb4 COLLATE ${COLLATION}` }],
};

/** `add-shoe-sizes` → `AddShoeSizes`. */
export const classNameOf = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

/** The source of a migration, as TypeORM would write it. */
export function migrationText(className: string, { up, down }: Difference): string {
  return `import type { MigrationInterface, QueryRunner } from '../../infra/migrations/migration.js';

export class ${className} implements MigrationInterface {
  name = '${className}';

  async up(queryRunner: QueryRunner): Promise<void> {
${up.map(lineOf).join('\n')}
  }

  async down(queryRunner: QueryRunner): Promise<void> {
${down.map(lineOf).join('\n')}
  }
}
`;
}

const lineOf = ({ query, parameters }: Statement): string => {
  const given = [query, ...(parameters?.length ? [parameters] : [])].map((value) => JSON.stringify(value));
  return `    await queryRunner.query(${given.join(', ')});`;
};

/** The list of an engine's migrations, from the names of its files. */
export function indexText(files: { file: string; className: string }[]): string {
  const imports = files.map(({ file, className }) => `import { ${className} } from './${file}.js';`);
  const names = files.map(({ className }) => className);
  return `${imports.join('\n')}

/** Oldest first. Written by \`npm run migration:generate\`. */
export default [${names.join(', ')}];
`;
}
