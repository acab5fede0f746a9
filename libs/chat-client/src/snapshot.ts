import type { MessagePage, PinList, Room, ThreadList, ThreadPage, User } from '@parley/shared-types';

/**
 * What a server render already asked for, to begin with: plain JSON, safe to pass as a prop. `timeline` is one
 * room's page as `GET /rooms/:roomId/messages` gave it; `thread`, `threads` and `pins` likewise.
 */
export interface ChatSnapshot {
  me: User;
  rooms: Room[];
  users?: User[];
  timeline?: MessagePage & { roomId: string };
  thread?: ThreadPage;
  threads?: ThreadList;
  pins?: PinList & { roomId: string };
  /** The ids of those whom this person blocks. */
  blocks?: string[];
}
