import type { Message, Room } from '@parley/shared-types';
import { setTimeout as delay } from 'node:timers/promises';
import { MembersRepository } from '../../src/features/members/members.repository.js';
import { Line } from '../line.js';
import { crowd, people } from '../people.js';
import type { Person } from '../person.js';
import { replaced } from '../replaced.js';
import { Server } from '../server.js';
import { until } from '../until.js';

/** Says two hundred things a second until told to stop. */
function talker(who: Person, room: Room) {
  let talking = true;
  const voice = (async () => {
    for (let said = 0; talking; said += 2) {
      await Promise.all([who.says(room, `word ${said}`), who.says(room, `word ${said + 1}`)]);
      await delay(10);
    }
  })();
  return {
    stop: () => {
      talking = false;
      return voice;
    },
  };
}

/** History and live put together as a client does: by seq, each once. */
const together = (history: Message[], live: Message[]) =>
  [...new Map([...history, ...live].map((message) => [message.seq, message])).values()].sort(
    (one, other) => one.seq - other.seq,
  );

const seqs = (messages: Message[]) => messages.map(({ seq }) => seq);
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('R8 · no seam between history and live', () => {
  let server: Server;
  let ada: Person, grace: Person;
  let room: Room;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
  });
  beforeEach(async () => {
    room = await ada.creates('channel', 'stream');
  });
  afterAll(() => server.stop());

  /** The page and what came live after it, once that has gone on for a little. */
  const goesOn = async (line: Line, page: Message[]) => {
    const last = page.at(-1)?.seq ?? 0;
    const live = () => line.ears.messagesIn(room.id);
    await until('the stream to go on', () => live().some(({ seq }) => seq >= last + 4));
    return together(page, live());
  };

  it('whoever joins in the middle of a stream has all of it, two hundred times', async () => {
    const guests = await crowd(server, 200);
    const talk = talker(ada, room);
    const join = async (token: string) => {
      const line = await Line.open(server.url, token);
      await line.ask('room:join', { roomId: room.id });
      const { items } = await line.ask('room:history', { roomId: room.id, limit: 20 });
      const all = await goesOn(line, items);
      expect(seqs(all)).toEqual(from(all[0]!.seq, all.at(-1)!.seq));
      line.hangUp();
    };

    for (let i = 0; i < guests.length; i += 10) {
      await Promise.all(guests.slice(i, i + 10).map(({ token }) => join(token)));
    }
    await talk.stop();
  });

  it('whoever reconnects in the middle of a stream catches up by changes, a hundred times', async () => {
    const { version: joinedAt, lastSeq } = await grace.joins(room);
    const talk = talker(ada, room);

    let known: Message[] = [];
    let version = joinedAt;
    for (let i = 0; i < 100; i++) {
      grace.line.socket.disconnect();
      await grace.line.connect();
      for (let hasMore = true; hasMore;) {
        const changes = await grace.asks('room:changes', { roomId: room.id, since: version, limit: 3 });
        known = together(known, changes.messages);
        ({ version, hasMore } = changes);
      }
    }
    await talk.stop();

    const end = await ada.says(room, 'the end');
    await grace.hears('the end');
    const all = together(known, grace.line.ears.messagesIn(room.id));
    expect(seqs(all)).toEqual(from(lastSeq + 1, end.seq));
  });

  it('what is asked right after connecting is answered when the rooms are already heard', async () => {
    await grace.joins(room);
    const talk = talker(ada, room);
    const members = server.api.app.get(MembersRepository);
    const roomIdsOf = members.roomIdsOf.bind(members);
    const slowly = (userId: string) => delay(50).then(() => roomIdsOf(userId));

    await replaced(members, 'roomIdsOf', slowly, async () => {
      for (let i = 0; i < 10; i++) {
        grace.line.socket.disconnect();
        grace.line.ears.forget();
        grace.line.socket.connect();
        const { items } = await grace.asks('room:history', { roomId: room.id, limit: 5 });
        const all = await goesOn(grace.line, items);
        expect(seqs(all)).toEqual(from(all[0]!.seq, all.at(-1)!.seq));
      }
    });
    await talk.stop();
  });
});
