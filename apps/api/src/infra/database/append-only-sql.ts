import type { EntityMetadata } from 'typeorm';
import type { Engine } from '../../config/database-url.js';
import { isAppendOnly } from './append-only.js';

/** What a database says to whoever changes a row that is there for good. */
const refusalOf = (table: string) => `${table} is only ever added to`;

type Guarded = { table: string; keys: string[] };
type Guards = { set: (table: Guarded) => string[]; remove: (table: Guarded) => string[] };

// A table that goes takes its triggers along; what else there is has to be removed.
const GUARDS: Record<Engine, Guards> = {
  sqlite: {
    set: ({ table, keys }) => {
      const isThere = keys.map((key) => `${key} = NEW.${key}`).join(' AND ');
      const changes = {
        UPDATE: '',
        DELETE: '',
        // INSERT OR REPLACE removes a row without a word to the trigger above.
        INSERT: ` WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${isThere})`,
      };
      return Object.entries(changes).map(
        ([change, when]) =>
          `CREATE TRIGGER ${table}_refuses_${change.toLowerCase()} BEFORE ${change} ON ${table}${when} ` +
          `BEGIN SELECT RAISE(ABORT, '${refusalOf(table)}'); END`,
      );
    },
    remove: () => [],
  },
  postgres: {
    set: ({ table }) => [
      `CREATE FUNCTION ${table}_refuses() RETURNS trigger LANGUAGE plpgsql ` +
        `AS 'BEGIN RAISE EXCEPTION ''${refusalOf(table)}''; END'`,
      `CREATE TRIGGER ${table}_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} ` +
        `FOR EACH STATEMENT EXECUTE FUNCTION ${table}_refuses()`,
    ],
    remove: ({ table }) => [`DROP FUNCTION ${table}_refuses()`],
  },
  // REPLACE deletes. TRUNCATE asks no trigger, and wants the right to drop the table.
  mysql: {
    set: ({ table }) =>
      ['UPDATE', 'DELETE'].map(
        (change) =>
          `CREATE TRIGGER ${table}_refuses_${change.toLowerCase()} BEFORE ${change} ON ${table} ` +
          `FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${refusalOf(table)}'`,
      ),
    remove: () => [],
  },
};

/** By what the engine itself refuses changes of the append-only tables among these, once they are there. */
export const guardsOf = (engine: Engine, entities: EntityMetadata[]) =>
  entities
    .filter(({ target }) => isAppendOnly(target))
    .map(({ tableName: table, primaryColumns }) => {
      const guarded = { table, keys: primaryColumns.map(({ databaseName }) => databaseName) };
      return { table, set: GUARDS[engine].set(guarded), remove: GUARDS[engine].remove(guarded) };
    });
