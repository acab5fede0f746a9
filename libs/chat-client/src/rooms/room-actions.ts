import { MAX_ROOMS_PER_PAGE, type Room } from '@parley/shared-types';
import type { Chat } from '../chat.js';
import type { Api } from '../connection/api.js';
import type { Connection } from '../connection/connection.js';
import type { RoomsSync } from './rooms-sync.js';

type RoomActions = Pick<
  Chat,
  | 'createRoom'
  | 'openDirect'
  | 'joinRoom'
  | 'leaveRoom'
  | 'updateRoom'
  | 'addMembers'
  | 'removeMember'
  | 'members'
  | 'discoverRooms'
  | 'setRole'
  | 'updateMyRoom'
  | 'archiveRoom'
  | 'restoreRoom'
  | 'archivedRooms'
>;

/** All my rooms, however many pages they fill. */
export const fetchRooms = async (api: Api): Promise<Room[]> => {
  const rooms: Room[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await api.call('rooms', { limit: MAX_ROOMS_PER_PAGE, ...(cursor ? { cursor } : {}) });
    rooms.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return rooms;
};

const pageAt = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

/** What one can do with rooms. Their answers are put into the list at once; the facts that follow change nothing. */
export const roomActions = (connection: Connection, api: Api, rooms: RoomsSync): RoomActions => {
  const put = (room: Room) => {
    rooms.put(room);
    return room;
  };

  return {
    createRoom: async (input) => put(await connection.command('room:create', input)),
    openDirect: async (userId) => put(await connection.command('room:direct', { userId })),
    joinRoom: async (roomId) => put(await connection.command('room:join', { roomId })),
    leaveRoom: async (roomId) => {
      await connection.command('room:leave', { roomId });
      rooms.remove(roomId);
    },
    updateRoom: async (roomId, changes) => put(await api.call('updateRoom', { roomId, ...changes })),
    addMembers: async (roomId, userIds) => put(await api.call('addMembers', { roomId, userIds })),
    removeMember: async (roomId, userId) => {
      await api.call('removeMember', { roomId, userId });
    },
    setRole: (roomId, userId, role) => api.call('updateMember', { roomId, userId, role }),
    updateMyRoom: async (roomId, changes) =>
      put(await api.call('updateMyMembership', { roomId, ...changes })),
    archiveRoom: async (roomId) => put(await api.call('archiveRoom', { roomId })),
    restoreRoom: async (roomId) => put(await api.call('updateRoom', { roomId, archived: false })),
    archivedRooms: (cursor) => api.call('rooms', { archived: 'true', ...pageAt(cursor) }),
    members: (roomId, cursor) => api.call('members', { roomId, ...pageAt(cursor) }),
    discoverRooms: (query, cursor) => api.call('discoverRooms', { query, ...pageAt(cursor) }),
  };
};
