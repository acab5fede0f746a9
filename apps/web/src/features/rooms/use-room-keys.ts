import { useRooms } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { useBindings } from '@/features/keyboard/use-bindings';
import { goTo, useRoomId } from '@/features/shell/route';
import { wantsMe } from './room-badge';
import { inListOrder, neighbourOf } from './room-sections';

/** Up and down the room list without leaving what one is doing. */
export const useRoomKeys = () => {
  const rooms = useRooms();
  const roomId = useRoomId();
  const move = (step: 1 | -1, counts?: (room: Room) => boolean) => () => {
    const next = neighbourOf(inListOrder(rooms), roomId, step, counts);
    if (next) goTo(`/rooms/${next.id}`);
  };
  useBindings({
    previousRoom: move(-1),
    nextRoom: move(1),
    previousUnread: move(-1, wantsMe),
    nextUnread: move(1, wantsMe),
  });
};
