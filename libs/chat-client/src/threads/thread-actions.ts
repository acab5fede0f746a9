import { MAX_THREADS_PER_PAGE, type ThreadList, type ThreadState } from '@parley/shared-types';
import type { ChatParts } from '../chat-parts.js';
import type { Chat } from '../chat.js';
import type { Api } from '../connection/api.js';
import type { Followed } from './follows.js';

type ThreadActions = Pick<
  Chat,
  'thread' | 'openThread' | 'loadOlderReplies' | 'markThreadRead' | 'followThread' | 'threads'
>;

/** The threads that I follow, as far as one page holds them; beyond that, those with something unread. */
export const fetchFollowed = async (api: Api): Promise<Followed> => {
  const { items, nextCursor } = await api.call('threads', { limit: MAX_THREADS_PER_PAGE });
  const states = items.map((thread) => thread.state);
  return nextCursor
    ? { states: [...states, ...(await fetchUnread(api))], isComplete: false }
    : { states, isComplete: true };
};

const fetchUnread = async (api: Api): Promise<ThreadState[]> => {
  const states: ThreadState[] = [];
  let cursor: string | null = null;
  do {
    const page: ThreadList = await api.call('threads', {
      unread: 'true',
      limit: MAX_THREADS_PER_PAGE,
      ...(cursor ? { cursor } : {}),
    });
    states.push(...page.items.map((thread) => thread.state));
    cursor = page.nextCursor;
  } while (cursor);
  return states;
};

/** What one can do with threads. */
export const threadActions = ({
  api,
  cache,
  learn,
  threads,
  follows,
  threadReads,
}: ChatParts): ThreadActions => ({
  thread: (rootId) => cache.thread(rootId),
  openThread: (roomId, rootId) => threads.ensure(roomId, rootId),
  loadOlderReplies: (rootId) => threads.loadOlder(rootId),
  markThreadRead: (rootId, seq) => {
    if (follows.read(rootId, seq)) threadReads.move(rootId, seq);
  },
  followThread: (rootId, isFollowed) => {
    const change = api.call(isFollowed ? 'followThread' : 'unfollowThread', { messageId: rootId });
    return follows.learn(change.then((state) => [state]));
  },
  threads: async (cursor) => {
    const question = api.call('threads', cursor === undefined ? {} : { cursor });
    await follows.learn(question.then(({ items }) => items.map(({ state }) => state)));
    const page = await question;
    learn(page.users);
    return page;
  },
});
