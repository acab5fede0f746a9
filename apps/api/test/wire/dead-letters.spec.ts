import { randomUUID } from 'node:crypto';
import { Database } from '../../src/infra/database/database.js';
import { DeadLettersRepository } from '../../src/infra/queue/dead-letters.repository.js';
import { JobsRepository } from '../../src/infra/queue/jobs.repository.js';
import { BlobStore } from '../../src/infra/storage/blob-store.js';
import { NotToBeDone } from '../../src/infra/queue/job.js';
import { parley } from '../../src/cli/parley.js';
import { deadLetter } from '../dead-letter.js';
import { people, signInAdmin } from '../people.js';
import type { Person } from '../person.js';
import { flawsOf, queriesOf } from '../queries.js';
import { refusalOf } from '../refusal.js';
import { replaced } from '../replaced.js';
import { Server } from '../server.js';
import { HAS_REDIS } from '../services-of-run.js';
import { until } from '../until.js';
import { storedIn, uploadsText } from '../uploading.js';

describe('work that was given up', () => {
  let server: Server;
  let ada: Person, admin: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada } = await people(server));
    admin = await signInAdmin(server, 'grace-admin');
  });
  afterAll(() => server.stop());

  const letters = async (query = {}) => (await admin.calls('adminDeadLetters', query)).items;
  const discardAll = async () => {
    for (const { id } of await letters()) await admin.calls('adminDiscardDeadLetter', { deadLetterId: id });
  };
  afterEach(discardAll);

  /** A file that its store never gives up. */
  const stuckFile = async () => {
    const never = () => Promise.reject(new NotToBeDone('The bucket is gone'));
    const file = await uploadsText(ada);
    await replaced(server.api.app.get(BlobStore), 'remove', never, async () => {
      await ada.calls('removeUpload', { attachmentId: file.id });
      await until('the dead letter', async () => (await letters()).length > 0);
    });
    return file;
  };

  it('is seen by admins, with why, and is done when they ask for it, which is kept on record', async () => {
    const before = (await storedIn(server)).length;
    const file = await stuckFile();
    const [letter] = await letters();
    expect(letter).toMatchObject({
      topic: 'files.removed',
      payload: JSON.stringify({ fileIds: [file.id] }),
      attempts: 1,
      error: 'The bucket is gone',
    });
    expect((await storedIn(server)).length).toBe(before + 1);

    await admin.calls('adminReplayDeadLetter', { deadLetterId: letter!.id });

    await until('the bytes to be gone', async () => (await storedIn(server)).length === before);
    expect(await letters()).toEqual([]);
    const { items } = await admin.calls('adminAudit', { action: 'deadLetter.replayed' });
    expect(items[0]).toMatchObject({
      actor: { id: admin.id },
      details: { jobId: letter!.id, topic: 'files.removed' },
    });
  });

  it('can be discarded for good, once', async () => {
    const path = await deadLetter(server);

    await admin.calls('adminDiscardDeadLetter', path);

    expect(await letters()).toEqual([]);
    for (const name of ['adminDiscardDeadLetter', 'adminReplayDeadLetter'] as const) {
      expect(await refusalOf(admin.calls(name, path))).toBe('not_found');
    }
    const { items } = await admin.calls('adminAudit', { action: 'deadLetter.discarded' });
    expect(items[0]).toMatchObject({ details: { jobId: path.deadLetterId } });
  });

  it('is listed in pages, the latest first, all of it or of one topic', async () => {
    const made: string[] = [];
    for (const topic of ['a', 'b', 'a', 'b', 'a']) made.push((await deadLetter(server, topic)).deadLetterId);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof admin.calls<'adminDeadLetters'>>> = await admin.calls(
        'adminDeadLetters',
        { limit: 2, ...(cursor && { cursor }) },
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);

    expect(seen).toEqual(made.toReversed());
    expect((await letters({ topic: 'b' })).map(({ id }) => id)).toEqual([made[3], made[1]]);
    expect(await refusalOf(admin.calls('adminDeadLetters', { cursor: 'nonsense' }))).toBe(
      'validation_failed',
    );
  });

  it('is done all at once when an admin asks for it, or what is of one topic', async () => {
    for (let i = 0; i < 3; i++) await deadLetter(server);
    await deadLetter(server, 'unknown');

    expect(await admin.calls('adminReplayDeadLetters', { topic: 'files.removed' })).toEqual({ count: 3 });

    expect((await letters()).map(({ topic }) => topic)).toEqual(['unknown']);
    expect(await admin.calls('adminReplayDeadLetters', {})).toEqual({ count: 1 });
    expect(await admin.calls('adminReplayDeadLetters', {})).toEqual({ count: 0 });
  });

  it('is found by an index, as is what is still to be done', async () => {
    const { app } = server.api;
    const [database, jobs, letters] = [
      app.get(Database),
      app.get(JobsRepository),
      app.get(DeadLettersRepository),
    ];
    const now = Date.now();
    const topic = 'nobody does this';
    await database.write((tx) =>
      jobs.insert(tx, [{ id: randomUUID(), topic, payload: '{}', dueAt: now, createdAt: now }]),
    );
    const asked = await queriesOf([server.writer, server.reader], async () => {
      await database.write(async (tx) => {
        const offered = await jobs.offer(tx, topic, 10, now);
        await jobs.withdraw(tx, [offered[0]!.id], now);
        const [taken] = await jobs.take(tx, topic, 10, now);
        await jobs.claim(tx, [taken!], now);
        await jobs.postpone(tx, { ...taken!, error: '' }, now);
        await jobs.finish(tx, [taken!]);
      });
      await letters.pageBefore([now, randomUUID()], {}, 10);
    });

    const statements = asked.filter(({ sql }) => sql.includes('jobs'));
    expect(statements.length).toBeGreaterThanOrEqual(10);
    for (const query of statements) {
      const flaws = await flawsOf(server.writer, query);
      expect({ sql: query.sql, flaws }).toEqual({ sql: query.sql, flaws: { scans: [], sorts: [] } });
    }
  });

  it('is nobody else’s business', async () => {
    const path = await deadLetter(server);

    expect(await refusalOf(ada.calls('adminDeadLetters', {}))).toBe('forbidden');
    expect(await refusalOf(ada.calls('adminReplayDeadLetters', {}))).toBe('forbidden');
    expect(await refusalOf(ada.calls('adminReplayDeadLetter', path))).toBe('forbidden');
    expect(await refusalOf(ada.calls('adminDiscardDeadLetter', path))).toBe('forbidden');
  });

  // With Redis the tool starts a node of its own, which does what is to be done itself.
  (HAS_REDIS ? describe.skip : describe)('by the operator’s tool', () => {
    const run = async (...args: string[]) => {
      const said: string[] = [];
      const settings = { ...server.settings, PORT: String(server.api.port) };
      const tell = (line: string) => said.push(line);
      const code = await parley(args, settings, { out: tell, err: tell });
      return { code, said };
    };

    it('is listed, done again and discarded', async () => {
      expect(await run('dead-letters')).toEqual({ code: 0, said: ['There are no dead letters.'] });
      const { deadLetterId } = await deadLetter(server);
      await deadLetter(server, 'unknown');

      const { said } = await run('dead-letters', '--topic', 'files.removed');
      expect(said).toHaveLength(1);
      expect(said[0]).toContain(deadLetterId);
      expect(said[0]).toContain('The bucket is gone');
      expect(await run('dead-letters:replay', deadLetterId)).toEqual({
        code: 0,
        said: ['It is done again now.'],
      });
      expect((await run('dead-letters', '--json')).said[0]).toContain('"topic":"unknown"');
      expect(await run('dead-letters:replay', '--all')).toEqual({ code: 0, said: ['1 are done again now.'] });
      const another = await deadLetter(server);
      expect(await run('dead-letters:discard', another.deadLetterId)).toMatchObject({ code: 0 });
      expect(await letters()).toEqual([]);
    });

    it('is left alone when it is not said what is meant', async () => {
      const { deadLetterId } = await deadLetter(server);

      for (const args of [[], [deadLetterId, '--all'], [deadLetterId, '--topic', 'files.removed']]) {
        expect(await run('dead-letters:replay', ...args)).toEqual({
          code: 1,
          said: ['Say which one: an id, --topic TOPIC or --all.'],
        });
      }
      expect((await run('dead-letters:discard', '01890a5d-ac96-774b-bcce-b302099a8057')).code).toBe(1);
      expect(await letters()).toHaveLength(1);
    });
  });
});
