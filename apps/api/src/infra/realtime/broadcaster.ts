import { Injectable } from '@nestjs/common';
import type { FactName, FactPayload } from '@parley/shared-types';
import { RealtimeServer } from './realtime-server.js';
import { roomChannel, sessionChannel, userChannel } from './socket.js';

/** Rooms with more open sockets than this are not told of typing and presence. */
const QUIET_ROOM_SOCKETS = 1_000;

/** The way out: tells facts to whoever may know them, each encoded once for all who hear it. */
@Injectable()
export class Broadcaster {
  constructor(private readonly server: RealtimeServer) {}

  toRoom<Name extends FactName>(roomId: string, name: Name, payload: FactPayload<Name>): void {
    this.#emit(this.server.io.to(roomChannel(roomId)), name, payload);
  }

  toUsers<Name extends FactName>(userIds: string[], name: Name, payload: FactPayload<Name>): void {
    if (userIds.length > 0) this.#emit(this.server.io.to(userIds.map(userChannel)), name, payload);
  }

  /** All devices of a person but the one that already knows. */
  toOtherDevices<Name extends FactName>(
    userId: string,
    connectionId: string | undefined,
    name: Name,
    payload: FactPayload<Name>,
  ): void {
    const devices = this.server.io.to(userChannel(userId));
    this.#emit(connectionId ? devices.except(connectionId) : devices, name, payload);
  }

  /** A room so large that typing and presence would cost more than they tell. */
  isQuiet(roomId: string): boolean {
    const sockets = this.server.io.of('/').adapter.rooms.get(roomChannel(roomId));
    return (sockets?.size ?? 0) > QUIET_ROOM_SOCKETS;
  }

  /** From now on these people's open sockets hear the room. */
  admit(userIds: string[], roomId: string): void {
    if (userIds.length > 0) this.server.io.in(userIds.map(userChannel)).socketsJoin(roomChannel(roomId));
  }

  /** From now on this person's open sockets hear nothing of the room. */
  evict(userId: string, roomId: string): void {
    this.server.io.in(userChannel(userId)).socketsLeave(roomChannel(roomId));
  }

  /** Tells a session's tabs that it is over and closes them. */
  endSession(sessionId: string, reason: string): void {
    const tabs = this.server.io.in(sessionChannel(sessionId));
    this.#emit(tabs, 'session:revoked', { reason });
    tabs.disconnectSockets(true);
  }

  #emit<Name extends FactName>(
    to: { emit(name: string, payload: unknown): unknown },
    name: Name,
    payload: FactPayload<Name>,
  ): void {
    to.emit(name, payload);
  }
}
