import { keys } from './cache.js';
import type { ChatParts } from './chat-parts.js';
import type { ChatSnapshot } from './snapshot.js';
import { threadWindowOf } from './threads/thread-cache.js';

/** Takes in what a server render brought of what stands beside a room: threads and pins. */
export const adoptPanels = (
  { cache, learn, threads, follows }: ChatParts,
  { thread, threads: followed, pins }: Partial<ChatSnapshot>,
) => {
  if (thread) {
    learn(thread.users);
    threads.adopt(threadWindowOf(thread));
    follows.put([thread.state]);
  }
  if (followed) {
    learn(followed.users);
    follows.put(followed.items.map(({ state }) => state));
    cache.queryClient.setQueryData(keys.threads, { pages: [followed], pageParams: [undefined] });
  }
  if (pins) {
    learn(pins.users);
    cache.queryClient.setQueryData(keys.pins(pins.roomId), pins.items);
  }
};
