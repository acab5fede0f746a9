import { isDeepStrictEqual } from 'node:util';
import type { ReadResult, Room } from '@parley/shared-types';
import { people, signIn } from '../people.js';
import type { Person } from '../person.js';
import { Server } from '../server.js';
import { until } from '../until.js';

describe('mark as unread', () => {
  let server: Server;
  let ada: Person, grace: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
  });
  afterAll(() => server.stop());

  /** A group in which Ada has said so many messages and Grace has read them. */
  const readByGrace = async (name: string, count: number): Promise<Room> => {
    const room = await ada.creates('group', name, grace);
    for (let i = 1; i <= count; i++) await ada.says(room, `message ${i}`);
    await grace.reads(room, count);
    return room;
  };
  const marks = (who: Person, room: Room, seq: number) => who.asks('room:unread', { roomId: room.id, seq });

  it('moves my pointer to before the message, over the socket and over REST', async () => {
    const room = await readByGrace('back', 5);

    const first = await marks(grace, room, 4);
    const second = await grace.calls('markUnread', { roomId: room.id, seq: 2 });

    expect(first).toEqual({ readSeq: 3, readEpoch: 1, unreadCount: 2, mentionCount: 0 });
    expect(second).toEqual({ readSeq: 1, readEpoch: 2, unreadCount: 4, mentionCount: 0 });
    expect((await grace.sees(room)).me).toMatchObject(second);
    const listed = (await grace.calls('rooms', {})).items.find(({ id }) => id === room.id)!;
    expect(listed.me).toMatchObject(second);
  });

  it('is told to my other devices, and reading on goes on from there', async () => {
    const room = await readByGrace('devices', 5);
    const phone = await signIn(server, 'grace');

    const marked = await marks(grace, room, 2);
    const told = await phone.isTold('unread:updated', ({ roomId }) => roomId === room.id);
    expect(told).toEqual({ roomId: room.id, ...marked });

    expect(await phone.reads(room, 3)).toMatchObject({ readSeq: 3, readEpoch: 1, unreadCount: 2 });
    const after = await grace.isTold('unread:updated', ({ roomId, readSeq }) => {
      return roomId === room.id && readSeq === 3;
    });
    expect(after.readEpoch).toBe(1);
  });

  it('what is unread already stays as it is', async () => {
    const room = await readByGrace('ahead', 3);
    await ada.says(room, 'one more');

    for (const seq of [4, 5, Number.MAX_SAFE_INTEGER]) {
      expect(await marks(grace, room, seq)).toMatchObject({ readSeq: 3, readEpoch: 0, unreadCount: 1 });
    }
  });

  it('the mentions that are left are counted, in the answer and on my other devices', async () => {
    const room = await ada.creates('group', 'mentions', grace);
    for (const body of ['@grace', 'no one', 'hello @room', '@grace, once more']) await ada.says(room, body);
    const phone = await signIn(server, 'grace');
    const toldOf = (seq: number) =>
      phone.isTold('unread:updated', ({ roomId, readSeq }) => roomId === room.id && readSeq === seq);

    expect((await grace.reads(room, 1)).mentionCount).toBe(2);
    expect((await toldOf(1)).mentionCount).toBe(2);
    expect((await grace.reads(room, 4)).mentionCount).toBe(0);
    expect((await marks(grace, room, 3)).mentionCount).toBe(2);
    expect((await toldOf(2)).mentionCount).toBe(2);
    expect((await grace.sees(room)).me).toMatchObject({ readSeq: 2, mentionCount: 2 });
  });

  it('others see as read what was read, whatever I mark', async () => {
    const room = await readByGrace('receipts', 4);
    const receiptOf = async (who: Person) =>
      (await ada.sees(room)).receipts.find(({ userId }) => userId === who.id);
    await until('the receipt', async () => (await receiptOf(grace))?.readSeq === 4);

    await marks(grace, room, 1);
    expect(await receiptOf(grace)).toEqual({ userId: grace.id, readSeq: 4, deliveredSeq: 4 });
    await ada.says(room, 'a fifth');
    await grace.reads(room, 2);
    expect(await receiptOf(grace)).toMatchObject({ readSeq: 4 });
    await grace.reads(room, 5);

    await ada.isTold('receipt:updated', ({ roomId, receipts }) => {
      return (
        roomId === room.id && receipts.some(({ userId, readSeq }) => userId === grace.id && readSeq === 5)
      );
    });
    const told = ada.line.ears
      .of('receipt:updated')
      .filter(({ roomId }) => roomId === room.id)
      .flatMap(({ receipts }) => receipts.filter(({ userId }) => userId === grace.id));
    expect(told.every(({ readSeq }) => readSeq >= 4)).toBe(true);
  });

  it('to write moves my pointer to my message again', async () => {
    const room = await readByGrace('writing', 3);
    await marks(grace, room, 1);

    await grace.says(room, 'an answer');

    expect((await grace.sees(room)).me).toMatchObject({ readSeq: 4, readEpoch: 1, unreadCount: 0 });
  });

  it('of reads and marks on two devices at once both see the same end', async () => {
    const room = await readByGrace('at once', 9);
    const phone = await signIn(server, 'grace');
    const seenBy = new Map<Person, ReadResult[]>([
      [grace, []],
      [phone, []],
    ]);

    const moves = Array.from({ length: 40 }, async (_, i) => {
      const device = i % 4 < 2 ? phone : grace;
      const move = i % 2 ? marks(device, room, (i % 9) + 1) : device.reads(room, (i * 7) % 10);
      seenBy.get(device)!.push(await move);
    });
    await Promise.all(moves);

    const me = (await grace.sees(room)).me!;
    expect(me.unreadCount).toBe(9 - me.readSeq);
    for (const [device, answers] of seenBy) {
      const seen = () => [
        ...answers,
        ...device.line.ears.of('unread:updated').filter(({ roomId }) => roomId === room.id),
      ];
      await until('the last move', () => isDeepStrictEqual(latestOf(seen()), pointerOf(me)));
    }
  });
});

const pointerOf = ({ readSeq, readEpoch, unreadCount, mentionCount }: ReadResult): ReadResult => ({
  readSeq,
  readEpoch,
  unreadCount,
  mentionCount,
});

/** The later epoch holds, within an epoch the further pointer. */
const latestOf = (pointers: ReadResult[]): ReadResult =>
  pointerOf(
    pointers.toSorted((one, other) => other.readEpoch - one.readEpoch || other.readSeq - one.readSeq)[0]!,
  );
