import type { Message, Room } from '@parley/shared-types';
import { crowd, people } from '../people.js';
import { Line } from '../line.js';
import type { Person } from '../person.js';
import { Server } from '../server.js';
import { until } from '../until.js';

/** Somebody who talks without a pause until told to stop, several messages at a time. */
function talker(who: Person, room: Room) {
  let talking = true;
  let said = 0;
  const voice = async () => {
    while (talking) await who.says(room, `word ${++said}`);
  };
  const voices = Promise.all([voice(), voice(), voice()]);
  return {
    stop: async () => {
      talking = false;
      await voices;
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
  let ada: Person;
  let room: Room;

  beforeEach(async () => {
    server = await Server.start();
    ({ ada } = await people(server));
    room = await ada.creates('channel', 'stream');
  });
  afterEach(() => server.stop());

  /** What somebody has who connected, perhaps joined, read a page and then listened until `last` came. */
  const assemble = async (line: Line, page: Message[], last: () => number) => {
    await until('the last message to arrive', () => line.ears.messagesIn(room.id).at(-1)?.seq === last());
    return together(page, line.ears.messagesIn(room.id));
  };

  it('whoever joins in the middle of a stream has all of it, two hundred times', async () => {
    const guests = await crowd(server, 200);
    const talk = talker(ada, room);

    const joined: { line: Line; page: Message[] }[] = [];
    for (const { token } of guests) {
      const line = await Line.open(server.url, token);
      await line.ask('room:join', { roomId: room.id });
      const { items } = await line.ask('room:history', { roomId: room.id, limit: 200 });
      joined.push({ line, page: items });
    }
    await talk.stop();
    const end = await ada.says(room, 'the end');

    for (const { line, page } of joined) {
      const all = await assemble(line, page, () => end.seq);
      expect(seqs(all)).toEqual(from(all[0]!.seq, end.seq));
      line.hangUp();
    }
  });

  it('whoever reconnects in the middle of a stream catches up by changes, a hundred times', async () => {
    const { grace } = await people(server);
    await grace.joins(room);
    const talk = talker(ada, room);

    let known: Message[] = [];
    let version = (await grace.sees(room)).version;
    const since = (await grace.sees(room)).lastSeq;
    for (let i = 0; i < 100; i++) {
      grace.line.socket.disconnect();
      await grace.line.connect();
      for (let hasMore = true; hasMore;) {
        const changes = await grace.asks('room:changes', { roomId: room.id, since: version, limit: 7 });
        known = together(known, changes.messages);
        ({ version, hasMore } = changes);
      }
    }
    await talk.stop();
    const end = await ada.says(room, 'the end');

    const all = await assemble(grace.line, known, () => end.seq);
    expect(seqs(all).filter((seq) => seq > since)).toEqual(from(since + 1, end.seq));
  });

  it('what is asked right after connecting is answered when the rooms are already heard', async () => {
    const { grace } = await people(server);
    await grace.joins(room);
    const talk = talker(ada, room);

    for (let i = 0; i < 50; i++) {
      grace.line.socket.disconnect();
      grace.line.ears.forget();
      grace.line.socket.connect();
      const { items } = await grace.asks('room:history', { roomId: room.id, limit: 200 });
      const last = items.at(-1)!.seq;
      const next = await until('a live message', () =>
        grace.line.ears.messagesIn(room.id).find(({ seq }) => seq > last),
      );
      expect(next.seq).toBe(last + 1);
    }
    await talk.stop();
  });
});
