import { setTimeout as delay } from 'node:timers/promises';
import type { Message, ReadResult, Room } from '@parley/shared-types';
import { Line } from '../line.js';
import { crowd, signIn } from '../people.js';
import type { Person } from '../person.js';
import { until } from '../until.js';
import { seeded } from './random.js';
import { report } from './report.js';
import { steadily } from './steadily.js';
import { describeTwoNodes, twoNodes, type Nodes } from './two-nodes.js';

const LIMIT_MS = 120_000;

/** The full form of this test has two hundred. */
const JOINS = process.env['CHAOS_CYCLES'] ? 20 * Number(process.env['CHAOS_CYCLES']) : 60;
const PER_SECOND = 200;

const last = <Item>(items: Item[]): Item => items[items.length - 1]!;

describeTwoNodes('two nodes tell people of one conversation', () => {
  let nodes: Nodes;
  let ada: Person, grace: Person, linus: Person;

  beforeAll(async () => {
    nodes = await twoNodes({ life: 'file' });
    ada = await signIn(nodes.a, 'ada');
    grace = await signIn(nodes.b, 'grace');
    linus = await signIn(nodes.a, 'linus');
  }, 60_000);

  it(
    `R8 · who joins on one node while ${PER_SECOND} messages a second are written on the other misses none`,
    async () => {
      const channel = await ada.creates('channel', 'stream');
      const guests = await crowd(nodes.b, JOINS);
      const stream = steadily(PER_SECOND, (i) => ada.says(channel, `word ${i}`));
      let gaps = 0;
      for (let i = 0; i < guests.length; i += 10) {
        await Promise.all(
          guests.slice(i, i + 10).map(async ({ token }) => {
            const line = await Line.open(nodes.b.url, token);
            await line.ask('room:join', { roomId: channel.id });
            const { items } = await line.ask('room:history', { roomId: channel.id, limit: 20 });
            const seqs = await goesOn(line, channel, items);
            if (last(seqs) - seqs[0]! !== seqs.length - 1) gaps++;
            line.hangUp();
          }),
        );
      }
      const said = await stream.stop();

      report(`R8: ${JOINS} joins during ${said.length} messages: ${gaps} gaps (0)`);
      expect(gaps).toBe(0);
    },
    LIMIT_MS,
  );

  it('R10 · pointers only rise, whatever several devices on both nodes read out of order', async () => {
    const random = seeded();
    report(`seed ${random.seed}`);
    const room = await ada.creates('group', 'devices', grace);
    const devices = [grace, await signIn(nodes.a, 'grace'), await signIn(nodes.b, 'grace')];
    for (let i = 1; i <= 20; i++) await ada.says(room, `word ${i}`);

    const answers = new Map<Person, ReadResult[]>(devices.map((device) => [device, []]));
    for (let round = 1; round <= 10; round++) {
      const reads = devices.flatMap((device) =>
        [1, 2].map(async () => {
          const seq = random.between(0, Math.min(round * 2, 18));
          const answer = await device.reads(room, seq);
          expect(answer.readSeq).toBeGreaterThanOrEqual(seq);
          answers.get(device)!.push(answer);
        }),
      );
      await Promise.all(reads);
    }
    const from = performance.now();
    const end = await devices[1]!.reads(room, 19);
    expect(end).toMatchObject({ readSeq: 19, unreadCount: 1 });

    const known = (device: Person) => [
      ...answers.get(device)!,
      ...device.line.ears.of('unread:updated').filter(({ roomId }) => roomId === room.id),
    ];
    const furthest = (device: Person) => Math.max(...known(device).map(({ readSeq }) => readSeq));
    const others = devices.filter((device) => device !== devices[1]);
    await until('the others to know', () => others.every((device) => furthest(device) === 19));
    report(`R10: counts equal on all devices after ${Math.round(performance.now() - from)} ms (2,000)`);

    for (const device of devices) {
      expect((await device.sees(room)).me).toMatchObject({ readSeq: 19, unreadCount: 1 });
      // Whatever they were told, in whatever order: one pointer has one count.
      for (const { readSeq, unreadCount } of known(device)) expect(unreadCount).toBe(20 - readSeq);
    }
    const receipts = () =>
      ada.line.ears
        .of('receipt:updated')
        .filter(({ roomId }) => roomId === room.id)
        .flatMap((told) => told.receipts.filter(({ userId }) => userId === grace.id));
    await until('the last receipt', () => receipts().some(({ readSeq }) => readSeq === 19));
    expect(Math.max(...receipts().map(({ readSeq }) => readSeq))).toBe(19);
  });

  it('R19 · of who is removed on one node while sending on the other nothing is taken afterwards', async () => {
    const room = await ada.creates('group', 'three', grace, linus);
    let isRemoved = false;
    const afterwards: string[] = [];
    const stream = steadily(50, async (i) => {
      const isLate = isRemoved;
      const outcome = await grace.says(room, `word ${i}`).catch(({ code }: { code: string }) => code);
      if (isLate) afterwards.push(typeof outcome === 'string' ? outcome : 'taken');
      return outcome;
    });
    await until('twenty messages', () => stream.count >= 20);

    await ada.removes(grace, room);
    isRemoved = true;
    // At once, before anything else can have come about.
    const burst = Array.from({ length: 10 }, (_, i) =>
      outcomeOf(i % 2 ? grace.says(room, 'x') : grace.posts(room, 'x')),
    );
    expect(new Set(await Promise.all(burst))).toEqual(new Set(['not_found']));
    // An answer on the same socket comes behind all that was told before the removal.
    await grace.asks('presence:set', { status: 'online' });
    const told = grace.line.ears.messagesIn(room.id).length;
    await Promise.all([ada, linus].map((who) => who.says(room, 'she is gone')));
    await until('twenty more attempts', () => afterwards.length >= 20);
    const outcomes = await stream.stop();

    expect(new Set(afterwards)).toEqual(new Set(['not_found']));
    const acked = outcomes.filter((outcome): outcome is Message => typeof outcome !== 'string');
    const stored = (await ada.historyOf(room)).filter(({ senderId }) => senderId === grace.id);
    expect(stored.map(({ id }) => id).sort()).toEqual(acked.map(({ id }) => id).sort());
    await delay(300);
    expect(grace.line.ears.messagesIn(room.id)).toHaveLength(told);
    report(`R19: ${afterwards.length} attempts after the removal was acked: 0 taken, 0 heard (0)`);
  });
});

const outcomeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'taken',
    ({ code }: { code: string }) => code,
  );

/** The seqs of a page and of what came live behind it, once that has gone on for a little. */
async function goesOn(line: Line, { id }: Room, page: Message[]): Promise<number[]> {
  const newest = page.at(-1)?.seq ?? 0;
  const live = () => line.ears.messagesIn(id);
  await until('the stream to go on', () => live().some(({ seq }) => seq >= newest + 4));
  const seqs = new Set([...page, ...live()].map(({ seq }) => seq));
  return [...seqs].sort((one, other) => one - other);
}
