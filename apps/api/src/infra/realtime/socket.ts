import type { ClientToServerEvents, ServerToClientEvents } from '@parley/shared-types';
import type { Server, Socket } from 'socket.io';
import type { Caller } from '../../common/caller.js';

/** What the server keeps with a socket: who it is, and a promise that settles once its rooms are joined. */
export type SocketData = { caller: Caller; expiresAt: number; ready: Promise<void> };

type NoServerEvents = Record<string, never>;

export type ParleyServer = Server<ClientToServerEvents, ServerToClientEvents, NoServerEvents, SocketData>;
export type ParleySocket = Socket<ClientToServerEvents, ServerToClientEvents, NoServerEvents, SocketData>;

/** The Socket.IO rooms that stand for a room, a person's devices and a session's tabs. */
export const roomChannel = (roomId: string) => `room:${roomId}`;
export const userChannel = (userId: string) => `user:${userId}`;
export const sessionChannel = (sessionId: string) => `session:${sessionId}`;
