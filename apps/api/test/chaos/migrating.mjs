// Runs migrations, takes one back or moves to another database, as a process that may kill itself in the middle of it:
// node migrating.mjs '{ "url", "engine", "later": { name, up, down }, "direction", "to", "dieAt": { "sql", "when" } }'
import 'reflect-metadata';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { SqliteQueryRunner } from 'typeorm/driver/sqlite/SqliteQueryRunner.js';
import { migrate, revert } from '../../dist/infra/migrations/migrate.js';
import { move } from '../../dist/infra/migrations/move.js';
import { SCHEMA } from '../../dist/schema.js';

const LEASE_MS = 2_000;

const { url, engine, later, direction = 'up', to, dieAt } = JSON.parse(process.argv[2]);

class Later {
  name = later.name;
  up = (runner) => runAll(runner, later.up);
  down = (runner) => runAll(runner, later.down);
}

async function runAll(runner, statements) {
  for (const statement of statements) await runner.query(statement);
}

/** Before the database hears of the statement, or when it has done it and nothing else has been said to it. */
function dieAround({ sql, when }) {
  const die = () => process.kill(process.pid, 'SIGKILL');
  for (const { prototype } of [MysqlQueryRunner, PostgresQueryRunner, SqliteQueryRunner]) {
    const { query } = prototype;
    prototype.query = async function (text, ...rest) {
      const isIt = text.startsWith(sql);
      if (isIt && when === 'before') die();
      const answer = await query.call(this, text, ...rest);
      if (isIt) die();
      return answer;
    };
  }
}

if (dieAt) dieAround(dieAt);
const migrations = later
  ? { ...SCHEMA.migrations, [engine]: [...SCHEMA.migrations[engine], Later] }
  : SCHEMA.migrations;
const schema = { ...SCHEMA, migrations };
const options = { leaseMs: LEASE_MS };

async function work() {
  if (to) return [await move(url, to, SCHEMA, () => undefined)];
  return direction === 'up' ? migrate(url, schema, options) : [await revert(url, schema, options)];
}
console.log(JSON.stringify(await work()));
