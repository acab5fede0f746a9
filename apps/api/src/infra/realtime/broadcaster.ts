import { Injectable } from '@nestjs/common';
import type { FactName, FactPayload } from '@parley/shared-types';
import { Bus } from '../bus/bus.js';
import { RealtimeServer } from './realtime-server.js';
import { roomChannel, sessionChannel, userChannel } from './socket.js';

/** Rooms with more open sockets than this are not told of typing and presence. */
const QUIET_ROOM_SOCKETS = 1_000;

type Renewal = { id: string; expiresAt: number };

/** The way out: tells facts to whoever may know them, each encoded once for all who hear it, on every node. */
@Injectable()
export class Broadcaster {
  constructor(
    private readonly server: RealtimeServer,
    private readonly bus: Bus,
  ) {
    bus.on('session:renewed', ({ from, to }) => this.#renewHere(from, to));
  }

  toRoom<Name extends FactName>(roomId: string, name: Name, payload: FactPayload<Name>): void {
    this.#emit(this.server.io.to(roomChannel(roomId)), name, payload);
  }

  toUsers<Name extends FactName>(userIds: string[], name: Name, payload: FactPayload<Name>): void {
    if (userIds.length > 0) this.#emit(this.server.io.to(userIds.map(userChannel)), name, payload);
  }

  /** Everyone who is in one of these rooms, and a person's own devices: each socket once. */
  toCompany<Name extends FactName>(
    userId: string,
    roomIds: string[],
    name: Name,
    payload: FactPayload<Name>,
  ): void {
    this.#emit(this.server.io.to([userChannel(userId), ...roomIds.map(roomChannel)]), name, payload);
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

  /**
   * A room so large that typing and presence would cost more than they tell. Only this node's sockets are counted: each
   * node tells what comes in through it, so that is the right order of size, and asking the others costs more.
   */
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

  /** A session's tabs go on under another one, with its end. */
  renewSession(from: string, { id, expiresAt }: Renewal): void {
    this.#renewHere(from, { id, expiresAt });
    this.bus.publish('session:renewed', { from, to: { id, expiresAt } });
  }

  #renewHere(from: string, to: Renewal): void {
    const { sockets, adapter } = this.server.io.of('/');
    for (const socketId of [...(adapter.rooms.get(sessionChannel(from)) ?? [])]) {
      const socket = sockets.get(socketId);
      if (!socket) continue;
      socket.data.caller = { ...socket.data.caller, sessionId: to.id };
      socket.data.expiresAt = to.expiresAt;
      void socket.leave(sessionChannel(from));
      void socket.join(sessionChannel(to.id));
    }
  }

  #emit<Name extends FactName>(
    to: { emit(name: string, payload: unknown): unknown },
    name: Name,
    payload: FactPayload<Name>,
  ): void {
    to.emit(name, payload);
  }
}
