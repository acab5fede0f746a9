import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parley } from '../../src/cli/parley.js';
import { claimDatabase } from '../../src/infra/database/claim.js';
import { migrate } from '../../src/infra/migrations/migrate.js';
import { openForSchema } from '../../src/infra/migrations/open-for-schema.js';
import { SCHEMA } from '../../src/schema.js';
import { contentsOf, emptyDatabase, fillTables, query, SERVERS } from '../migrating.js';
import { signIn } from '../people.js';
import { Server } from '../server.js';

const TABLES = (SCHEMA.entities as unknown[]).length;
const LIMIT_MS = 180_000;

async function moving(from: string, to: string, ...options: string[]) {
  const said = { out: [] as string[], err: [] as string[] };
  const code = await parley(
    ['migrate', '--to', to, ...options],
    { DATABASE_URL: from },
    { out: (line) => said.out.push(line), err: (line) => said.err.push(line) },
  );
  return { code, ...said };
}

const placeIn = (url: string) => new RegExp(new URL(url).pathname.slice(1));

(SERVERS.length > 0 ? describe : describe.skip)('moving up', () => {
  it(
    'takes every row along, from each engine to the next, and leaves what it came from as it was',
    async () => {
      const file = await emptyDatabase('sqlite');
      await migrate(file, SCHEMA);
      await fillTables(file, 300, 3_000);
      const contents = await contentsOf(file);
      expect(contents['messages']).toMatch(/^3000 rows/);
      const bytes = await readFile(file.slice('sqlite:'.length));

      let from = file;
      for (const engine of [...SERVERS, SERVERS[0]!]) {
        const to = await emptyDatabase(engine);
        const { code, out, err } = await moving(from, to);

        expect({ code, err }).toEqual({ code: 0, err: [] });
        const rows = 300 * (TABLES - 1) + 3_000;
        expect(out.at(-3)).toMatch(new RegExp(`^Copied ${rows} rows of ${TABLES} tables `));
        expect(out.slice(-2).join('\n')).toMatch(/set DATABASE_URL.*as it was/s);
        expect(await contentsOf(to)).toEqual(contents);
        expect(await contentsOf(from)).toEqual(contents);
        from = to;
      }
      expect(await readFile(file.slice('sqlite:'.length))).toEqual(bytes);
      const words = 'SELECT body FROM messages WHERE seq = 7';
      expect(await query(from, words)).toEqual(await query(file, words));
    },
    LIMIT_MS,
  );

  describe.each(SERVERS)('to %s', (engine) => {
    let file: string;
    let to: string;
    beforeEach(async () => {
      file = await emptyDatabase('sqlite');
      await migrate(file, SCHEMA);
      await fillTables(file, 10);
      to = await emptyDatabase(engine);
    });

    it('answers programs in JSON, without a password', async () => {
      const { code, out } = await moving(file, to, '--json');

      expect([code, out.length]).toEqual([0, 1]);
      expect(JSON.parse(out[0]!)).toMatchObject({
        tables: TABLES,
        rows: 10 * TABLES,
        from: file.slice('sqlite:'.length),
      });
    });

    it('is refused where there are rows, which stay as they are', async () => {
      await migrate(to, SCHEMA);
      await fillTables(to, 3);
      const before = await contentsOf(to);

      const { code, err } = await moving(file, to);

      expect([code, err.length]).toEqual([1, 1]);
      expect(err[0]).toMatch(/has rows in \w+ already\. It must be empty\.$/);
      expect(await contentsOf(to)).toEqual(before);
    });

    it('tells when what has arrived is not what was sent', async () => {
      await migrate(to, SCHEMA);
      await query(
        to,
        engine === 'mysql'
          ? 'CREATE TRIGGER loses BEFORE INSERT ON reports FOR EACH ROW SET NEW.reason = UPPER(NEW.reason)'
          : "CREATE RULE loses AS ON INSERT TO reports WHERE NEW.id = '🦆7' DO INSTEAD NOTHING",
      );

      const { code, err } = await moving(file, to);

      expect([code, err.length]).toEqual([1, 1]);
      expect(err[0]).toMatch(/^The rows of reports are not the same after copying/);
      await expect(migrate(to, SCHEMA)).rejects.toThrow('has been filled by half');
    });

    it('is refused while a server runs on either side', async () => {
      for (const url of [file, to]) {
        const release = await claimDatabase(url);
        const { code, err } = await moving(file, to);
        await release();

        expect([code, err.length]).toEqual([1, 1]);
        expect(err[0]).toMatch(/^A server is running on .*\. Stop it first/);
      }
    });

    it('is refused from where somebody else is connected, as nodes are that share a database', async () => {
      await moving(file, to);
      const next = await emptyDatabase(engine);
      const somebody = await openForSchema(to, SCHEMA.entities);
      const { code, err } = await moving(to, next);
      await somebody.destroy();

      expect(code).toBe(1);
      expect(err[0]).toMatch(/^Somebody else works with .* Stop every server that uses it first\.$/);
      expect((await moving(to, next)).code).toBe(0);
    });

    it('is refused from another version, to a file, and to where one is', async () => {
      expect((await moving(file, file)).err[0]).toBe('Only a PostgreSQL or MariaDB server can be moved to.');
      expect((await moving(to, to)).err[0]).toMatch(placeIn(to));
      expect((await moving(file, 'nonsense')).err[0]).toMatch(/^--to: use postgres/);

      await query(file, 'DELETE FROM migrations');
      expect((await moving(file, to)).err[0]).toMatch(/is not up to date: Initial\d+.* pending/);
    });

    it(
      'leads to a server that goes on where the old one stopped',
      async () => {
        const old = await Server.start({ DATABASE_URL: await emptyDatabase('sqlite') });
        const from = `sqlite:${path.resolve(String(old.writer.options.database))}`;
        const ada = await signIn(old, 'ada');
        const before = ada.user.id;
        expect((await moving(from, to)).err[0]).toMatch(/^A server is running on/);
        await old.stop();
        expect((await moving(from, to)).code).toBe(0);

        const now = await Server.start({ DATABASE_URL: to });
        try {
          expect((await signIn(now, 'ada')).user.id).toBe(before);
        } finally {
          await now.stop();
        }
      },
      LIMIT_MS,
    );
  });
});
