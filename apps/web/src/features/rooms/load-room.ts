import 'server-only';
import { codeOf, type ChatSnapshot } from '@parley/chat-client/server';
import type { MessagePage, Room } from '@parley/shared-types';
import { requestApi } from '@/lib/server/request-api';

const LINKED_PAGE = 200;

export type LoadedRoom = { snapshot: ChatSnapshot; preview: Room | null };
type Address = { roomId: string; before?: number; message?: string };

const unlessForbidden = (error: unknown): null => {
  if (codeOf(error) === 'forbidden') return null;
  throw error;
};

/**
 * All that the first HTML of a room shows, in four calls at once however much there is. `preview` is the room
 * when the person is not in it; its messages are theirs only after they join.
 */
export const loadRoom = async ({ roomId, before, message }: Address): Promise<LoadedRoom> => {
  const api = await requestApi();
  const page: Promise<MessagePage | null> = api
    .call('messages', { roomId, before, ...(message ? { limit: LINKED_PAGE } : {}) })
    .catch(unlessForbidden);
  const [me, rooms, room, timeline] = await Promise.all([
    api.call('me'),
    api.call('rooms', { limit: 500 }),
    api.call('room', { roomId }),
    page,
  ]);
  return {
    snapshot: {
      me,
      // Beyond five hundred rooms the open one may not be among them.
      rooms: room.me && !rooms.items.some(({ id }) => id === roomId) ? [...rooms.items, room] : rooms.items,
      users: timeline?.users ?? [],
      ...(timeline ? { timeline: { roomId, ...timeline } } : {}),
    },
    preview: room.me ? null : room,
  };
};
