import { crowd, people } from '../people.js';
import type { Refusal } from '../refusal.js';
import { callRoute } from '../rest.js';
import { Server } from '../server.js';

const fifty = <Result>(make: (i: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: 50 }, (_, i) => make(i)));

describe('R18 · races', () => {
  let server: Server;

  beforeAll(async () => {
    server = await Server.start();
  });
  afterAll(() => server.stop());

  it('fifty logins of a new name at once make one person', async () => {
    const spellings = ['Linus', 'LINUS', ' linus ', 'ｌｉｎｕｓ'];

    const results = await fifty((i) =>
      callRoute(server.url, undefined, 'login', { username: spellings[i % spellings.length]! }),
    );

    expect(new Set(results.map(({ user }) => user.id)).size).toBe(1);
    expect(new Set(results.map(({ token }) => token)).size).toBe(50);
    const { token } = results[0]!;
    expect((await callRoute(server.url, token, 'findUsers', { query: 'linus' })).items).toHaveLength(1);
    const { items } = await callRoute(server.url, token, 'rooms', {});
    expect(items).toMatchObject([{ name: 'general', memberCount: 1 }]);
  });

  it('fifty direct rooms of one pair at once, both ways, are one room, told once to each', async () => {
    const { ada, grace } = await people(server);

    const rooms = await fifty((i) => {
      const [one, other] = i % 2 ? [ada, grace] : [grace, ada];
      return i % 3 ? one.opens(other) : one.calls('openDirect', { userId: other.id });
    });

    expect(new Set(rooms.map(({ id }) => id)).size).toBe(1);
    const told = (who: typeof ada) =>
      who.line.ears.of('room:created').filter(({ id }) => id === rooms[0]!.id);
    await ada.says(rooms[0]!, 'a mark');
    for (const who of [ada, grace]) {
      await who.hears('a mark');
      expect(told(who)).toHaveLength(1);
    }
  });

  it('fifty joins of one person at once are one membership', async () => {
    const { ada, grace } = await people(server);
    const channel = await ada.creates('channel', 'crowded');

    await fifty((i) => (i % 2 ? grace.joins(channel) : grace.calls('joinRoom', { roomId: channel.id })));

    expect(await ada.sees(channel)).toMatchObject({ memberCount: 2, version: channel.version + 1 });
    expect((await ada.calls('members', { roomId: channel.id })).items).toHaveLength(2);
  });

  it('fifty who join and leave at once leave the count right and every version used once', async () => {
    const { ada } = await people(server);
    const channel = await ada.creates('channel', 'doors');
    const guests = await crowd(server, 50);

    await fifty((i) => callRoute(server.url, guests[i]!.token, 'joinRoom', { roomId: channel.id }));
    await fifty((i) => callRoute(server.url, guests[i]!.token, 'leaveRoom', { roomId: channel.id }));

    const seen = await ada.sees(channel);
    expect(seen).toMatchObject({ memberCount: 1, version: channel.version + 100 });
    await ada.isTold('member:left', ({ version }) => version === seen.version);
    const { ears } = ada.line;
    const versions = [...ears.of('member:joined'), ...ears.of('member:left')]
      .filter(({ roomId }) => roomId === channel.id)
      .map(({ version }) => version);
    expect(versions.sort((one, other) => one - other)).toEqual(
      Array.from({ length: 100 }, (_, i) => channel.version + 1 + i),
    );
  });

  it('who follows, reads and replies in a thread at once stands where they last wrote', async () => {
    const { ada, grace } = await people(server);
    const room = await ada.creates('group', 'thread', grace);
    const root = await ada.says(room, 'all at once');
    const messageId = root.id;

    const replies = await fifty(async (i) => {
      if (i % 3 === 0) await grace.calls(i % 2 ? 'followThread' : 'unfollowThread', { messageId });
      if (i % 5 === 0) await grace.asks('thread:read', { messageId, seq: i });
      return (i % 2 ? ada : grace).answers(root, `reply ${i}`);
    });
    const last = await grace.answers(root, 'the last word');

    for (const who of [ada, grace]) {
      const { state, root: first } = await who.calls('thread', { messageId });
      const read = Math.max(0, ...[...replies, last].filter((r) => r.senderId === who.id).map((r) => r.seq));
      expect(first.replyCount).toBe(51);
      expect(state).toEqual({
        roomId: room.id,
        rootId: root.id,
        isFollowed: true,
        readSeq: read,
        lastSeq: last.seq,
        unreadCount: who === ada ? last.seq - read : 0,
      });
    }
  });

  it('who leaves while following threads follows none of them', async () => {
    const { ada, grace } = await people(server);
    const channel = await ada.creates('channel', 'in and out', grace);
    const roots = await fifty((i) => ada.says(channel, `question ${i}`));

    const follows = roots.map(({ id }) =>
      grace.calls('followThread', { messageId: id }).catch(({ code }: Refusal) => code),
    );
    await grace.leaves(channel);
    await Promise.all(follows);

    await grace.joins(channel);
    const { items } = await grace.calls('threads', { limit: 100 });
    expect(items.filter(({ root }) => root.roomId === channel.id)).toEqual([]);
  });
});
