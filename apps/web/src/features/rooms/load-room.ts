import 'server-only';
import { codeOf, type ChatSnapshot } from '@parley/chat-client/server';
import type { MessagePage, Room } from '@parley/shared-types';
import { requestApi } from '@/lib/server/request-api';

export type LoadedRoom = { snapshot: ChatSnapshot; preview: Room | null };
type Address = {
  roomId: string;
  before?: number | undefined;
  /** The message to show, whatever is around it. */
  around?: number | undefined;
  /** The first message of a thread to show beside the room. */
  thread?: string | undefined;
  pins?: boolean;
};

/** What stands beside a room is left out when it is not there: the live page says so. */
const orNothing = () => undefined;

const unlessForbidden = (error: unknown): null => {
  if (codeOf(error) === 'forbidden') return null;
  throw error;
};

/**
 * All that the first HTML of a room shows, in a few calls at once however much there is. `preview` is the room
 * when the person is not in it; its messages are theirs only after they join.
 */
export const loadRoom = async ({ roomId, before, around, thread, pins }: Address): Promise<LoadedRoom> => {
  const api = await requestApi();
  const page: Promise<MessagePage | null> = api
    .call('messages', { roomId, ...(before && { before }), ...(around && { around }) })
    .catch(unlessForbidden);
  const [me, rooms, room, blocked, timeline, threadPage, pinList] = await Promise.all([
    api.call('me'),
    api.call('rooms', { limit: 500 }),
    api.call('room', { roomId }),
    api.call('blocks'),
    page,
    thread ? api.call('thread', { messageId: thread }).catch(orNothing) : undefined,
    pins ? api.call('pins', { roomId }).catch(orNothing) : undefined,
  ]);
  return {
    snapshot: {
      me,
      // Beyond five hundred rooms the open one may not be among them.
      rooms: room.me && !rooms.items.some(({ id }) => id === roomId) ? [...rooms.items, room] : rooms.items,
      users: timeline?.users ?? [],
      blocks: blocked.items.map(({ id }) => id),
      ...(timeline && { timeline: { roomId, ...timeline } }),
      ...(threadPage && { thread: threadPage }),
      ...(pinList && { pins: { roomId, ...pinList } }),
    },
    preview: room.me ? null : room,
  };
};
