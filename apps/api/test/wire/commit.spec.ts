import { randomUUID } from 'node:crypto';
import type { Room } from '@parley/shared-types';
import { v7 as uuidv7 } from 'uuid';
import { UserEntity } from '../../src/features/users/user.entity.js';
import { Database } from '../../src/infra/database/database.js';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { replaced } from '../replaced.js';
import { Server } from '../server.js';

describe('what is acked is stored', () => {
  let server: Server;
  let ada: Person, grace: Person;
  let room: Room;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
  });
  beforeEach(async () => {
    room = await ada.creates('group', 'commits', grace);
  });
  afterAll(() => server.stop());

  /** Twenty messages at once, half of them over REST, each as the code with which it was answered. */
  const twenty = (clientIds: string[]) =>
    Promise.all(
      clientIds.map((clientId, i) =>
        (i % 2 ? ada.says(room, `message ${i}`, clientId) : ada.posts(room, `message ${i}`, clientId)).then(
          () => 'ok',
          ({ code }: { code: string }) => code,
        ),
      ),
    );
  const ids = () => Array.from({ length: 20 }, () => randomUUID());

  const nothingHappened = async () => {
    expect(await ada.historyOf(room)).toEqual([]);
    expect(await ada.sees(room)).toMatchObject({ lastSeq: 0, version: room.version });
    expect(grace.line.ears.messagesIn(room.id)).toEqual([]);
  };

  it('R2 · ack only after commit: a commit that fails acks nothing, stores nothing, tells nothing', async () => {
    const clientIds = ids();
    const fail = () => Promise.reject(new Error('the disk is gone'));
    await replaced(server.writer.createQueryRunner(), 'commitTransaction', fail, async () => {
      expect(new Set(await twenty(clientIds))).toEqual(new Set(['unavailable']));
      await nothingHappened();
    });

    expect(new Set(await twenty(clientIds))).toEqual(new Set(['ok']));
    expect((await ada.historyOf(room)).map(({ seq }) => seq)).toEqual(clientIds.map((_, i) => i + 1));
  });

  it('R2 · a full disk says so, keeps what is stored readable, and goes on when there is space', async () => {
    const clientIds = ids();
    const [{ page_count: pages }] = await server.writer.query<[{ page_count: number }]>('PRAGMA page_count');
    const [{ max_page_count: most }] =
      await server.writer.query<[{ max_page_count: number }]>('PRAGMA max_page_count');
    await server.writer.query(`PRAGMA max_page_count = ${pages}`);
    const large = 'x'.repeat(8_000);

    const codes = await Promise.all(
      clientIds.map((clientId) =>
        ada.says(room, large, clientId).then(
          () => 'ok',
          ({ code }: { code: string }) => code,
        ),
      ),
    );

    expect(new Set(codes)).toEqual(new Set(['storage_full']));
    await nothingHappened();
    await server.writer.query(`PRAGMA max_page_count = ${most}`);
    expect(new Set(await twenty(clientIds))).toEqual(new Set(['ok']));
    const failing = server.api.app.get(Database).write(() => Promise.reject(new Error('late')));
    await expect(failing).rejects.toThrow('late');
    expect(await ada.historyOf(room)).toHaveLength(20);
  });

  it('R3 · requests do not share fate: of 50 writes at once the half that fails late takes nobody with it', async () => {
    const database = server.api.app.get(Database);
    const rows = Array.from({ length: 50 }, (_, i) => userRow(`row-${i}`));

    const outcomes = await Promise.allSettled(
      rows.map((user, i) =>
        database.write(async (tx) => {
          await tx.insert(UserEntity, user);
          if (i % 2) throw new Error('late');
          return user.id;
        }),
      ),
    );

    const acked = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const stored = await server.reader.query<{ id: string }[]>(
      "SELECT id FROM users WHERE username LIKE 'row-%'",
    );
    expect(acked).toHaveLength(25);
    expect(stored.map(({ id }) => id).sort()).toEqual([...acked].sort());
  });

  it('R3 · one message that cannot be stored keeps nobody else from being heard', async () => {
    await server.writer.query(
      `CREATE TRIGGER poison BEFORE INSERT ON messages WHEN NEW.body = 'message 7'
       BEGIN SELECT RAISE(ABORT, 'poisoned'); END`,
    );

    const codes = await twenty(ids());

    await server.writer.query('DROP TRIGGER poison');
    expect(codes.filter((code) => code !== 'ok')).toEqual(['internal']);
    expect(server.log.accept()).toHaveLength(1);
    const stored = await ada.historyOf(room);
    expect(stored.map(({ seq }) => seq)).toEqual(Array.from({ length: 19 }, (_, i) => i + 1));
    expect(grace.line.ears.messagesIn(room.id)).toEqual(stored);
  });
});

const userRow = (username: string): UserEntity => ({
  id: uuidv7(),
  username,
  usernameKey: username,
  displayName: username,
  searchKey: username,
  avatarUrl: null,
  role: 'member',
  externalId: null,
  deactivatedAt: null,
  chosenStatus: 'online',
  lastSeenAt: null,
  createdAt: 0,
});
