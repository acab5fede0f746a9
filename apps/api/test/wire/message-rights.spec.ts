import { randomUUID } from 'node:crypto';
import type { ErrorCode, Message } from '@parley/shared-types';
import { people, signIn } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { Server } from '../server.js';

const ACTIONS = ['get', 'react', 'unreact', 'pin', 'unpin', 'reply', 'edit', 'delete'] as const;
type Action = (typeof ACTIONS)[number];
type Outcome = 'ok' | ErrorCode;

const all = (outcome: Outcome) => Object.fromEntries(ACTIONS.map((action) => [action, outcome]));

describe('who may do what to a message', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person, stranger: Person, former: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
    stranger = await signIn(server, 'linus-elsewhere');
    former = await signIn(server, 'linus-before');
  });
  afterAll(() => server.stop());

  const acts: Record<Action, (who: Person, message: Message) => Promise<unknown>> = {
    get: (who, { id }) => who.calls('message', { messageId: id }),
    react: (who, { id }) => who.asks('reaction:add', { messageId: id, emoji: '👍' }),
    unreact: (who, { id }) => who.calls('removeReaction', { messageId: id, emoji: '👍' }),
    pin: (who, { id }) => who.asks('message:pin', { messageId: id }),
    unpin: (who, { id }) => who.calls('unpinMessage', { messageId: id }),
    reply: (who, { id, roomId }) =>
      who.asks('message:send', { roomId, clientId: randomUUID(), body: 'reply', threadRootId: id }),
    edit: (who, { id }) => who.asks('message:edit', { messageId: id, body: `${who.user.username} was here` }),
    delete: (who, { id }) => who.calls('deleteMessage', { messageId: id }),
  };
  const outcomesOf = async (who: Person, message: Message) => {
    const outcomes: Record<string, Outcome> = {};
    for (const action of ACTIONS) {
      outcomes[action] = await acts[action](who, message).then(
        () => 'ok' as const,
        ({ code }: { code: ErrorCode }) => code,
      );
    }
    return outcomes;
  };

  /** Ada's room with Grace as a moderator and Linus as a member. */
  const roomOf = async (kind: 'group' | 'channel') => {
    const room = await ada.creates(kind, `rights ${randomUUID()}`, grace, linus, former);
    await ada.calls('updateMember', { roomId: room.id, userId: grace.id, role: 'moderator' });
    await ada.removes(former, room);
    return room;
  };

  it.each(['group', 'channel'] as const)('in a %s', async (kind) => {
    const room = await roomOf(kind);
    const outside = all(kind === 'channel' ? 'forbidden' : 'not_found');

    expect(await outcomesOf(linus, await linus.says(room, 'mine'))).toEqual(all('ok'));
    expect(await outcomesOf(linus, await ada.says(room, 'hers'))).toEqual({
      ...all('ok'),
      edit: 'forbidden',
      delete: 'forbidden',
    });
    for (const moderator of [grace, ada]) {
      const theirs = await linus.says(room, 'theirs');
      expect(await outcomesOf(moderator, theirs)).toEqual({ ...all('ok'), edit: 'forbidden' });
    }
    const said = await ada.says(room, 'not for all');
    expect(await outcomesOf(stranger, said)).toEqual({ ...outside });
    expect(await outcomesOf(former, said)).toEqual({ ...outside });
  });

  it('in a direct conversation each may change their own, and nobody moderates', async () => {
    const room = await ada.opens(grace);
    const said = await ada.says(room, 'between us');

    expect(await outcomesOf(grace, said)).toEqual({ ...all('ok'), edit: 'forbidden', delete: 'forbidden' });
    expect(await outcomesOf(ada, said)).toEqual(all('ok'));
    expect(await outcomesOf(linus, said)).toEqual(all('not_found'));
  });

  it('in an archived room everything can be read and nothing changed', async () => {
    const room = await roomOf('group');
    const said = await linus.says(room, 'the last word');
    await ada.calls('archiveRoom', { roomId: room.id });

    for (const who of [linus, ada]) {
      expect(await outcomesOf(who, said)).toEqual({ ...all('forbidden'), get: 'ok' });
    }
    expect((await linus.calls('pins', { roomId: room.id })).items).toEqual([]);
    expect(await outcomesOf(stranger, said)).toEqual(all('not_found'));
  });

  it('who comes back after a removal may change their own again', async () => {
    const room = await roomOf('group');
    const said = await linus.says(room, 'mine');
    await ada.removes(linus, room);
    expect(await outcomesOf(linus, said)).toEqual(all('not_found'));

    await ada.calls('addMembers', { roomId: room.id, userIds: [linus.id] });
    expect(await outcomesOf(linus, said)).toEqual(all('ok'));
  });

  it('a removal is immediate: after its ack nothing is changed by who was removed', async () => {
    const room = await roomOf('group');
    const said = await linus.says(room, 'mine');
    const edits = Array.from({ length: 50 }, (_, i) =>
      linus.asks('message:edit', { messageId: said.id, body: `edit ${i}` }).then(
        ({ version }) => version,
        () => 0,
      ),
    );

    await ada.removes(linus, room);
    const { version } = await ada.sees(room);

    expect(await refusalOf(acts.edit(linus, said))).toBe('not_found');
    const versions = await Promise.all(edits);
    expect(Math.max(...versions)).toBeLessThan(version);
    expect((await ada.sees(room)).version).toBe(version);
  });

  it('what one may not know of is refused word for word as what does not exist', async () => {
    const { id } = await linus.says(await roomOf('group'), 'a secret');
    const wordsOf = async (messageId: string) => {
      const ack = await stranger.line.send('reaction:add', { messageId, emoji: '👍' });
      const { status, body } = await stranger.get(`/messages/${messageId}`);
      const { detail } = body as { detail: string };
      return { ack: !ack.ok && ack.error.message, status, detail };
    };

    expect(await wordsOf(id)).toEqual(await wordsOf(randomUUID()));
  });
});
