import { useRooms } from '@parley/chat-client/react';
import { AppLink } from '@/features/shell/app-link';
import { nameKey } from '@/lib/name-key';

/** `#name` in a text: a way to that room, if it is one of mine, else what was typed. */
export const RoomName = ({ name }: { name: string }) => {
  const room = useRooms().find((each) => each.name !== null && nameKey(each.name) === nameKey(name));
  if (!room) return `#${name}`;
  return (
    <AppLink href={`/rooms/${room.id}`} className="font-medium text-link hover:underline">
      #<bdi>{room.name}</bdi>
    </AppLink>
  );
};
