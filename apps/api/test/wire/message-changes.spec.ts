import { randomUUID } from 'node:crypto';
import type { Message, MessageCreated, Room } from '@parley/shared-types';
import { seeded } from '../chaos/random.js';
import { report } from '../chaos/report.js';
import type { Ears } from '../ears.js';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { Server } from '../server.js';
import { until } from '../until.js';

const BURSTS = 25;
const ACTS_AT_ONCE = 16;

/** Each state of a message that a socket was told of, in the order of the telling. */
const statesTold = (ears: Ears, roomId: string): Message[] =>
  ears.heard
    .flatMap(({ name, payload }) => {
      if (name === 'message:created') return (payload as MessageCreated).messages;
      return name === 'message:updated' || name === 'message:deleted' ? (payload as Message) : [];
    })
    .filter((message) => message.roomId === roomId);

const latestOf = (states: Message[]): Message[] =>
  [...new Map(states.map((message) => [message.id, message])).values()].sort(
    (one, other) => one.seq - other.seq,
  );

describe('three people do everything to messages at once, at random', () => {
  const random = seeded();
  let server: Server;
  let grace: Person;
  let room: Room;
  let acked: Message[];
  let told: Message[];
  let history: Message[];

  beforeAll(async () => {
    report(`seed ${random.seed}`);
    server = await Server.start();
    const { ada, linus, ...others } = await people(server);
    grace = others.grace;
    room = await ada.creates('group', 'random', grace, linus);
    acked = [await ada.says(room, 'the first')];

    for (let burst = 0; burst < BURSTS; burst++) {
      const known = [...acked];
      const answers = await Promise.allSettled(
        Array.from({ length: ACTS_AT_ONCE }, () =>
          random.of(acts)(random.of([ada, grace, linus]), random.of(known)),
        ),
      );
      acked.push(...answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])));
    }

    const { version } = await grace.sees(room);
    const all = () => statesTold(grace.line.ears, room.id);
    await until(`version ${version}`, () => all().at(-1)?.version === version);
    told = all();
    history = await grace.historyOf(room);
  });
  afterAll(() => server.stop());

  const sends = (who: Person, target: { replyToId?: string; threadRootId?: string }) => {
    const body = random.of(['yes', 'no', '@ada', '@room', 'why, @grace?']);
    return who.asks('message:send', { roomId: room.id, clientId: randomUUID(), body, ...target });
  };
  const emoji = () => random.of(['👍', '🎉', '👀']);

  const acts: ((who: Person, message: Message) => Promise<Message>)[] = [
    (who) => sends(who, {}),
    (who, { id }) => sends(who, { replyToId: id }),
    (who, { id, threadRootId }) => sends(who, { threadRootId: threadRootId ?? id }),
    (who, { id }) => who.asks('reaction:add', { messageId: id, emoji: emoji() }),
    (who, { id }) => who.asks('reaction:remove', { messageId: id, emoji: emoji() }),
    (who, { id }) => who.asks('message:pin', { messageId: id }),
    (who, { id }) => who.asks('message:unpin', { messageId: id }),
    (who, { id }) => who.asks('message:edit', { messageId: id, body: `edit ${random.between(0, 9)}` }),
    (who, { id }) => who.asks('message:delete', { messageId: id }),
  ];

  it('every version is told once, in order, without a gap', () => {
    expect(told.length).toBeGreaterThan(BURSTS * 4);
    expect(told.map(({ version }) => version)).toEqual(told.map((_, i) => room.version + 1 + i));
  });

  it('what was told is what is stored', () => {
    expect(latestOf(told)).toEqual(history);
    expect(history.map(({ seq }) => seq)).toEqual(history.map((_, i) => i + 1));
  });

  it('each was answered with what everyone was told', () => {
    const stateAt = new Map(told.map((message) => [message.version, message]));

    for (const answer of acked) expect(stateAt.get(answer.version)).toEqual(answer);
  });

  it('what was known at any version, and the changes since, are all there is', async () => {
    const last = told.at(-1)!.version;
    for (let i = 0; i < 40; i++) {
      const limit = random.between(1, 60);
      let version = random.between(0, last);
      const known = told.filter((message) => message.version <= version);
      const changed: Message[] = [];
      for (let hasMore = true; hasMore;) {
        const page = await grace.asks('room:changes', { roomId: room.id, since: version, limit });
        changed.push(...page.messages);
        ({ version, hasMore } = page);
      }

      const versions = changed.map((message) => message.version);
      expect(versions).toEqual(versions.toSorted((one, other) => one - other));
      expect(latestOf([...known, ...changed])).toEqual(history);
    }
  });

  it('a thread counts the replies that are not deleted', () => {
    for (const { id, replyCount } of history) {
      const replies = history.filter(({ threadRootId, deletedAt }) => threadRootId === id && !deletedAt);
      expect(replyCount).toBe(replies.length);
    }
  });

  it('everyone is mentioned as often as the messages of the others say', async () => {
    await grace.asks('room:unread', { roomId: room.id, seq: 1 });

    const mentioning = history.filter(
      ({ senderId, mentions, mentionsAll }) =>
        senderId !== grace.id && (mentions.includes(grace.id) || mentionsAll === 'room'),
    );
    expect((await grace.sees(room)).me!.mentionCount).toBe(mentioning.length);
  });
});
