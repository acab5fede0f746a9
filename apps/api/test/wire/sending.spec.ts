import { randomUUID } from 'node:crypto';
import type { Room } from '@parley/shared-types';
import { people, signIn } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { Server } from '../server.js';

describe('R4 · one clientId, one message', () => {
  let server: Server;
  let ada: Person, grace: Person;
  let room: Room;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
    room = await ada.opens(grace);
  });
  afterAll(() => server.stop());

  it('ten sends at once, over two sockets and REST, are one row, ten equal answers, one event each', async () => {
    const tab = await signIn(server, 'ada');
    const clientId = randomUUID();
    const ways = [ada.says.bind(ada), tab.says.bind(tab), ada.posts.bind(ada), tab.posts.bind(tab)];

    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => ways[i % ways.length]!(room, 'once', clientId)),
    );

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await ada.historyOf(room)).toEqual([answers[0]]);
    await grace.says(room, 'after it');
    for (const who of [ada, tab, grace]) {
      await who.hears('after it');
      expect(who.line.ears.messagesIn(room.id).map(({ body }) => body)).toEqual(['once', 'after it']);
    }
  });

  it('a repeated send answers 200 where the first answered 201', async () => {
    const path = `/rooms/${room.id}/messages`;
    const draft = { clientId: randomUUID(), body: 'again' };

    const first = await ada.post(path, draft);
    const second = await ada.post(path, draft);

    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
  });

  it('another body or another room under the same clientId is a conflict', async () => {
    const { linus } = await people(server);
    const elsewhere = await ada.opens(linus);
    const clientId = randomUUID();
    await ada.says(room, 'this', clientId);

    expect(await refusalOf(ada.says(room, 'that', clientId))).toBe('conflict');
    expect(await refusalOf(ada.posts(room, 'that', clientId))).toBe('conflict');
    expect(await refusalOf(ada.says(elsewhere, 'this', clientId))).toBe('conflict');
    expect(await ada.historyOf(elsewhere)).toEqual([]);
  });

  it('of two bodies sent at once under one clientId the first is stored and the other a conflict', async () => {
    const clientId = randomUUID();

    const [one, other] = await Promise.allSettled([
      ada.says(room, 'this first', clientId),
      ada.says(room, 'that second', clientId),
    ]);

    expect(one).toMatchObject({ status: 'fulfilled', value: { body: 'this first' } });
    expect(other).toMatchObject({ status: 'rejected', reason: { code: 'conflict' } });
  });

  it('two senders may use the same clientId', async () => {
    const clientId = randomUUID();

    const mine = await ada.says(room, 'mine', clientId);
    const theirs = await grace.says(room, 'theirs', clientId);

    expect(theirs.seq).toBe(mine.seq + 1);
  });

  it('a room has its messages at 1, 2, 3 … in the order in which each sender sent them', async () => {
    const { linus } = await people(server);
    const group = await ada.creates('group', 'in order', grace, linus);
    const senders = [ada, grace, linus];

    await Promise.all(
      senders.flatMap((who) =>
        Array.from({ length: 40 }, (_, i) => who.says(group, `${who.user.username} ${i}`)),
      ),
    );

    const stored = await ada.historyOf(group);
    expect(stored.map(({ seq }) => seq)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
    expect(linus.line.ears.messagesIn(group.id)).toEqual(stored);
    for (const who of senders) {
      const own = stored.filter(({ senderId }) => senderId === who.id).map(({ body }) => body);
      expect(own).toEqual(Array.from({ length: 40 }, (_, i) => `${who.user.username} ${i}`));
    }
  });
});
