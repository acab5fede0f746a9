import type { MessagePage, Room, User } from '@parley/shared-types';

/**
 * What a server render already asked for, to begin with: plain JSON, safe to pass as a prop. `timeline` is one
 * room's page as `GET /rooms/:roomId/messages` gave it.
 */
export interface ChatSnapshot {
  me: User;
  rooms: Room[];
  users?: User[];
  timeline?: MessagePage & { roomId: string };
}
