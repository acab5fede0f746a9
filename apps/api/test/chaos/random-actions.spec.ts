import type { Message, Room } from '@parley/shared-types';
import { signIn } from '../people.js';
import type { Person } from '../person.js';
import { Refusal } from '../refusal.js';
import { until } from '../until.js';
import { seeded, type Random } from './random.js';
import { report } from './report.js';
import { describeTwoNodes, twoNodes } from './two-nodes.js';

/** The full form of this test has more; the client's own model has a thousand random runs of its own. */
const RUNS = Number(process.env['CHAOS_CYCLES'] ?? 3) * 2;
const ACTIONS = 150;
/** What is done at once, so that it meets. */
const AT_ONCE = 10;
const LIMIT_MS = 60_000 + RUNS * 20_000;

type Act = (who: Person, room: Room, message: Message, n: number) => Promise<unknown>;

const ACTS: Act[] = [
  (who, room, _, n) => who.says(room, `word ${n}`),
  (who, room, _, n) => who.posts(room, `posted ${n}`),
  (who, _, message, n) => who.asks('message:edit', { messageId: message.id, body: `changed ${n}` }),
  (who, _, { id: messageId }) => who.asks('message:delete', { messageId }),
  (who, _, { id: messageId }) => who.asks('reaction:add', { messageId, emoji: '👍' }),
  (who, _, { id: messageId }) => who.asks('reaction:remove', { messageId, emoji: '👍' }),
  (who, _, { id: messageId }) => who.asks('message:pin', { messageId }),
  (who, _, message, n) => who.answers(message, `reply ${n}`),
];

/** What may happen when two want the same: the message is somebody else's, or no longer there. */
const REFUSALS = ['forbidden', 'not_found', 'conflict', 'validation_failed'];

/** What a client holds that took in every fact: of each message the latest version. */
function heldBy(who: Person, { id: roomId }: Room): Message[] {
  const held = new Map<string, Message>();
  const { ears } = who.line;
  for (const message of [
    ...ears.messagesIn(roomId),
    ...ears.of('message:updated'),
    ...ears.of('message:deleted'),
  ]) {
    const known = held.get(message.id);
    if (message.roomId === roomId && (known?.version ?? 0) < message.version) held.set(message.id, message);
  }
  return [...held.values()].sort((one, other) => one.seq - other.seq);
}

async function run(people: Person[], random: Random, n: number): Promise<number> {
  const [ada, ...others] = people as [Person, ...Person[]];
  const room = await ada.creates('group', `run ${n}`, ...others);
  const known: Message[] = [await ada.says(room, 'first')];
  for (let done = 0; done < ACTIONS; done += AT_ONCE) {
    const acts = Array.from({ length: AT_ONCE }, (_, i) =>
      random
        .of(ACTS)(random.of(people), room, random.of(known), done + i)
        .catch((error: unknown) => {
          if (!(error instanceof Refusal) || !REFUSALS.includes(error.code)) throw error;
        }),
    );
    for (const message of (await Promise.all(acts)) as (Message | undefined)[]) {
      if (message?.seq && !known.some(({ id }) => id === message.id)) known.push(message);
    }
  }

  const { version } = await ada.sees(room);
  const fresh = await ada.historyOf(room);
  for (const who of people) {
    const versionHeld = () => Math.max(...heldBy(who, room).map((message) => message.version));
    await until('the last change', () => versionHeld() >= Math.max(...fresh.map((one) => one.version)));
    expect(heldBy(who, room)).toEqual(fresh);
    expect(await who.historyOf(room)).toEqual(fresh);
  }
  return version - room.version;
}

describeTwoNodes('R9 · random actions on two nodes', () => {
  it(
    'what each person was told, put together, is what a fresh look finds',
    async () => {
      const random = seeded();
      report(`seed ${random.seed}`);
      const { a, b } = await twoNodes();
      const people = [await signIn(a, 'ada'), await signIn(b, 'grace'), await signIn(b, 'linus')];
      let changes = 0;
      for (let n = 1; n <= RUNS; n++) changes += await run(people, random, n);

      report(`R9: ${RUNS} runs, ${changes} changes: every client holds what is stored`);
    },
    LIMIT_MS,
  );
});
