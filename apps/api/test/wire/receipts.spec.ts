import type { Receipt, Room } from '@parley/shared-types';
import { people, signIn } from '../people.js';
import type { Person } from '../person.js';
import { Server } from '../server.js';
import { until } from '../until.js';

describe('R10 · read state over many devices', () => {
  let server: Server;
  let ada: Person, grace: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
  });
  afterAll(() => server.stop());

  const say = async (room: Room, count: number) => {
    for (let i = 1; i <= count; i++) await ada.says(room, `message ${i}`);
  };
  const receiptsOf = (who: Person, room: Room, of: Person): Receipt[] =>
    who.line.ears
      .of('receipt:updated')
      .filter(({ roomId }) => roomId === room.id)
      .flatMap(({ receipts }) => receipts.filter(({ userId }) => userId === of.id));
  const rises = (numbers: number[]) => numbers.every((n, i) => i === 0 || n >= numbers[i - 1]!);

  it('pointers only rise, whatever comes out of order from several devices', async () => {
    const room = await ada.creates('group', 'devices', grace);
    const phone = await signIn(server, 'grace');
    const laptop = await signIn(server, 'grace');
    await say(room, 9);

    const results = await Promise.all([
      phone.reads(room, 5),
      laptop.reads(room, 3),
      grace.calls('markRead', { roomId: room.id, seq: 7 }),
      phone.asks('room:delivered', { roomId: room.id, seq: 2 }),
      laptop.reads(room, 6),
      grace.reads(room, 0),
    ]);

    const later = await phone.reads(room, 1);
    expect(later).toEqual({ readSeq: 7, readEpoch: 0, unreadCount: 2, mentionCount: 0 });
    for (const result of results) expect('readSeq' in result ? result.readSeq : 7).toBeLessThanOrEqual(7);
    for (const device of [phone, laptop, grace]) {
      expect((await device.sees(room)).me).toMatchObject({ readSeq: 7, deliveredSeq: 7, unreadCount: 2 });
    }
    const told = () => receiptsOf(ada, room, grace);
    await until('the last receipt', () => told().at(-1)?.readSeq === 7);
    expect(rises(told().map(({ readSeq }) => readSeq))).toBe(true);
    expect(rises(told().map(({ deliveredSeq }) => deliveredSeq))).toBe(true);
  });

  it('the counts are equal over REST, over the socket and in what other devices are told', async () => {
    const room = await ada.creates('group', 'counts', grace);
    const phone = await signIn(server, 'grace');
    await say(room, 5);

    const answered = await phone.reads(room, 3);

    const told = await grace.isTold('unread:updated', ({ roomId }) => roomId === room.id);
    expect(answered).toEqual({ readSeq: 3, readEpoch: 0, unreadCount: 2, mentionCount: 0 });
    expect(told).toEqual({ roomId: room.id, ...answered });
    expect((await phone.sees(room)).me).toMatchObject({ readSeq: 3, unreadCount: 2 });
    const listed = (await grace.calls('rooms', {})).items.find(({ id }) => id === room.id)!;
    expect(listed.me).toMatchObject({ readSeq: 3, unreadCount: 2 });
    expect(phone.line.ears.of('unread:updated').filter(({ roomId }) => roomId === room.id)).toEqual([]);
  });

  it('a read over REST is told to every device', async () => {
    const room = await ada.creates('group', 'by rest', grace);
    await say(room, 2);

    await grace.calls('markRead', { roomId: room.id, seq: 1 });

    const told = await grace.isTold('unread:updated', ({ roomId }) => roomId === room.id);
    expect(told.unreadCount).toBe(1);
  });

  it("nobody gets further than the room's last message", async () => {
    const room = await ada.creates('group', 'ahead', grace);
    await say(room, 2);

    expect(await grace.reads(room, Number.MAX_SAFE_INTEGER)).toMatchObject({ readSeq: 2, unreadCount: 0 });
    expect(await grace.asks('room:delivered', { roomId: room.id, seq: 999 })).toEqual({ deliveredSeq: 2 });
    await say(room, 1);
    expect((await grace.sees(room)).me).toMatchObject({ readSeq: 2, unreadCount: 1 });
  });

  it('sending moves my own pointers to my message', async () => {
    const room = await ada.creates('group', 'own', grace);
    await say(room, 3);

    const mine = await grace.says(room, 'mine');

    expect((await grace.sees(room)).me).toMatchObject({ readSeq: mine.seq, deliveredSeq: 4, unreadCount: 0 });
  });

  it('delivered runs ahead of read, and read takes delivered along', async () => {
    const room = await ada.opens(grace);
    await say(room, 4);

    await grace.asks('room:delivered', { roomId: room.id, seq: 3 });
    const { receipts } = await ada.isTold('receipt:updated', ({ roomId }) => roomId === room.id);
    expect(receipts).toEqual([{ userId: grace.id, deliveredSeq: 3, readSeq: 0 }]);

    await grace.reads(room, 4);
    await until('the second receipt', () => receiptsOf(ada, room, grace).at(-1)?.readSeq === 4);
    expect((await ada.sees(room)).receipts).toContainEqual({ userId: grace.id, deliveredSeq: 4, readSeq: 4 });
  });

  it('a channel is not told of receipts, nor what changed nothing', async () => {
    const channel = await ada.creates('channel', 'wide', grace);
    const group = await ada.creates('group', 'narrow', grace);
    await say(channel, 1);
    await say(group, 1);

    await grace.reads(channel, 1);
    await grace.reads(group, 1);
    await ada.isTold('receipt:updated', ({ roomId }) => roomId === group.id);
    const heard = receiptsOf(ada, group, grace).length;
    await grace.reads(group, 1);
    await say(group, 1);
    await grace.reads(group, 2);
    await until('the next receipt', () => receiptsOf(ada, group, grace).length > heard);

    expect(receiptsOf(ada, group, grace).map(({ readSeq }) => readSeq)).toEqual([1, 2]);
    expect(receiptsOf(ada, channel, grace)).toEqual([]);
  });
});
