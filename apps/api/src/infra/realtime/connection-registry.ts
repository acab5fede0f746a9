import { Injectable } from '@nestjs/common';
import { Elsewhere } from './elsewhere.js';

/** Which sockets each person has open on this node, and whether they have any on another: the map behind presence. */
@Injectable()
export class ConnectionRegistry {
  readonly #socketsOf = new Map<string, Set<string>>();
  /** People whose last socket is gone, but not for long enough to count as offline. */
  readonly #leaving = new Set<string>();

  constructor(private readonly elsewhere: Elsewhere) {
    elsewhere.hereAre(() => [...this.#socketsOf.keys(), ...this.#leaving]);
  }

  /** True when this is the person's first socket and they were not just leaving. */
  add(userId: string, socketId: string): boolean {
    const wasHere = this.#isHere(userId);
    const wasPresent = wasHere || this.elsewhere.has(userId);
    this.#leaving.delete(userId);
    const sockets = this.#socketsOf.get(userId) ?? new Set();
    this.#socketsOf.set(userId, sockets.add(socketId));
    if (!wasHere) this.elsewhere.came(userId);
    return !wasPresent;
  }

  /** True when that was the last one here; the person is then leaving until `gone` says otherwise. */
  remove(userId: string, socketId: string): boolean {
    const sockets = this.#socketsOf.get(userId);
    if (!sockets?.delete(socketId) || sockets.size > 0) return false;
    this.#socketsOf.delete(userId);
    this.#leaving.add(userId);
    return true;
  }

  /** Ends the time of grace. False when the person has come back meanwhile. */
  gone(userId: string): boolean {
    const isGone = this.#leaving.delete(userId);
    if (isGone) this.elsewhere.left(userId);
    return isGone;
  }

  /** A node is gone. Answers who was there and is nowhere now. */
  lose(nodeId: string): string[] {
    return this.elsewhere.forget(nodeId).filter((userId) => !this.isPresent(userId));
  }

  /** Takes who is connected to other nodes from another source. Answers whose presence that changes. */
  learn(connections: { nodeId: string; userId: string }[]): string[] {
    const before = new Set(this.elsewhere.people);
    this.elsewhere.replace(connections);
    const people = new Set([...before, ...connections.map(({ userId }) => userId)]);
    return [...people].filter(
      (userId) => before.has(userId) !== this.elsewhere.has(userId) && !this.#isHere(userId),
    );
  }

  /** How many sockets the person has open on this node. */
  countOf(userId: string): number {
    return this.#socketsOf.get(userId)?.size ?? 0;
  }

  /** On any node, or only just gone. */
  isPresent(userId: string): boolean {
    return this.#isHere(userId) || this.elsewhere.has(userId);
  }

  /** On any node. */
  isConnected(userId: string): boolean {
    return this.#socketsOf.has(userId) || this.elsewhere.has(userId);
  }

  #isHere(userId: string): boolean {
    return this.#socketsOf.has(userId) || this.#leaving.has(userId);
  }
}
