import type { Message, ThreadState } from '@parley/shared-types';
import { seeded } from '../chaos/random.js';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { Server } from '../server.js';
import { until } from '../until.js';

type Followed = Pick<ThreadState, 'readSeq' | 'lastSeq' | 'unreadCount'>;

/** Where somebody stands in a thread, made of nothing but what their socket was told; null while not following. */
function toldTo(who: Person, root: Message): Followed | null {
  let state: Followed | null = null;
  const gone = new Set<string>();
  for (const { name, payload } of who.line.ears.heard) {
    if (name === 'thread:updated') {
      const told = payload as ThreadState;
      if (told.rootId === root.id) state = told.isFollowed ? told : null;
    }
    if (name === 'message:created') {
      for (const message of (payload as { messages: Message[] }).messages) {
        if (message.threadRootId === root.id && state) state = after(state, message, who.id);
      }
    }
    if (name === 'message:deleted') {
      const { id, threadRootId, seq, senderId } = payload as Message;
      if (threadRootId !== root.id || !state || gone.has(id)) continue;
      gone.add(id);
      const wasUnread = seq > state.readSeq && seq <= state.lastSeq && senderId !== who.id;
      if (wasUnread) state = { ...state, unreadCount: state.unreadCount - 1 };
    }
  }
  return state && { readSeq: state.readSeq, lastSeq: state.lastSeq, unreadCount: state.unreadCount };
}

/** A reply that the state does not count yet: mine is read with all before it, another's is one more unread. */
function after(state: Followed, { seq, senderId }: Message, userId: string): Followed {
  if (seq <= state.lastSeq) return state;
  if (senderId === userId) return { readSeq: seq, lastSeq: seq, unreadCount: 0 };
  return { ...state, lastSeq: seq, unreadCount: state.unreadCount + 1 };
}

describe('what is told of threads', () => {
  let server: Server;

  beforeAll(async () => {
    server = await Server.start();
  });
  afterAll(() => server.stop());

  it('adds up to what a fresh look shows, whatever people do', async () => {
    const { ada, grace, linus } = await people(server);
    const everyone = [ada, grace, linus];
    const room = await ada.creates('group', 'random', grace, linus);
    const root = await ada.says(room, 'who takes minutes?');
    const { id: messageId } = root;
    const random = seeded();
    const replies: { message: Message; author: Person }[] = [];

    const act = async (who: Person): Promise<unknown> => {
      switch (random.between(0, 6)) {
        case 0:
          return who.calls('followThread', { messageId });
        case 1:
          return who.calls('unfollowThread', { messageId });
        case 2:
          return who.calls('readThread', { messageId, seq: random.between(0, replies.length + 3) });
        case 3: {
          const [slip] = replies.splice(random.between(0, replies.length), 1);
          return slip?.author.calls('deleteMessage', { messageId: slip.message.id });
        }
        case 4:
          return replies.push({ message: await who.answers(root, 'well, @ada?'), author: who });
        default:
          return replies.push({ message: await who.answers(root, 'not me'), author: who });
      }
    };
    for (let i = 0; i < 150; i++) await act(random.of(everyone));

    await ada.says(room, 'the end');
    for (const who of everyone) {
      await who.hears('the end');
      const { state } = await who.calls('thread', { messageId });
      const { readSeq, lastSeq, unreadCount } = state;
      const expected = state.isFollowed ? { readSeq, lastSeq, unreadCount } : null;
      const run = `seed ${random.seed}, ${who.user.username}`;
      await until(run, () => JSON.stringify(toldTo(who, root)) === JSON.stringify(expected));
    }
  }, 60_000);
});
