import { randomUUID } from 'node:crypto';
import type { Room } from '@parley/shared-types';
import { v7 as uuidv7 } from 'uuid';
import { UserEntity } from '../../src/features/users/user.entity.js';
import { MessagesRepository } from '../../src/features/messages/messages.repository.js';
import { Database } from '../../src/infra/database/database.js';
import { failingCommits } from '../failing-commits.js';
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
    await failingCommits(server, async () => {
      expect(new Set(await twenty(clientIds))).toEqual(new Set(['unavailable']));
      await nothingHappened();
    });

    expect(new Set(await twenty(clientIds))).toEqual(new Set(['ok']));
    expect((await ada.historyOf(room)).map(({ seq }) => seq)).toEqual(clientIds.map((_, i) => i + 1));
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
    const messages = server.api.app.get(MessagesRepository);
    const insert = messages.insert.bind(messages);
    const poisoned: typeof insert = async (tx, rows) => {
      if (rows.some(({ body }) => body === 'message 7')) await tx.query('SELECT poison FROM messages');
      return insert(tx, rows);
    };
    let codes: string[] = [];
    await replaced(messages, 'insert', poisoned, async () => {
      codes = await twenty(ids());
    });

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
