import { Injectable } from '@nestjs/common';

/** Which sockets each person has open on this node: the map behind presence. */
@Injectable()
export class ConnectionRegistry {
  readonly #socketsOf = new Map<string, Set<string>>();
  /** People whose last socket is gone, but not for long enough to count as offline. */
  readonly #leaving = new Set<string>();

  /** True when this is the person's first socket and they were not just leaving. */
  add(userId: string, socketId: string): boolean {
    const wasPresent = this.isPresent(userId);
    this.#leaving.delete(userId);
    const sockets = this.#socketsOf.get(userId) ?? new Set();
    this.#socketsOf.set(userId, sockets.add(socketId));
    return !wasPresent;
  }

  /** True when that was the last one; the person is then leaving until `gone` says otherwise. */
  remove(userId: string, socketId: string): boolean {
    const sockets = this.#socketsOf.get(userId);
    if (!sockets?.delete(socketId) || sockets.size > 0) return false;
    this.#socketsOf.delete(userId);
    this.#leaving.add(userId);
    return true;
  }

  /** Ends the time of grace. False when the person has come back meanwhile. */
  gone(userId: string): boolean {
    return this.#leaving.delete(userId);
  }

  /** How many sockets the person has open. */
  countOf(userId: string): number {
    return this.#socketsOf.get(userId)?.size ?? 0;
  }

  isPresent(userId: string): boolean {
    return this.#socketsOf.has(userId) || this.#leaving.has(userId);
  }

  isConnected(userId: string): boolean {
    return this.#socketsOf.has(userId);
  }
}
