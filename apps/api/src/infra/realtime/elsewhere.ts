import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Bus } from '../bus/bus.js';

/** How often each node says how many people it has, so that who counts otherwise asks again. */
const COUNT_MS = 10_000;

const PEOPLE_PER_PART = 1_000;

/**
 * Who is connected to other nodes, as those say. A copy, so that asking waits for nobody: it follows what comes and goes,
 * is compared now and then, and made anew when something was missed.
 */
@Injectable()
export class Elsewhere implements OnModuleInit, OnModuleDestroy {
  /** Node → the people there. */
  readonly #peopleOf = new Map<string, Set<string>>();
  /** The same, while its parts come in. */
  readonly #arriving = new Map<string, Set<string>>();
  #peopleHere: () => string[] = () => [];
  #counting: NodeJS.Timeout | undefined;

  constructor(private readonly bus: Bus) {
    bus.on('presence:came', ({ userId }, nodeId) => this.#peopleOn(nodeId).add(userId));
    bus.on('presence:left', ({ userId }, nodeId) => this.#peopleOn(nodeId).delete(userId));
    bus.on('presence:all', ({ userIds, isFirst, isLast }, nodeId) => {
      const arrived = isFirst ? new Set<string>() : (this.#arriving.get(nodeId) ?? new Set());
      userIds.forEach((userId) => arrived.add(userId));
      this.#arriving.set(nodeId, arrived);
      if (!isLast) return;
      this.#arriving.delete(nodeId);
      this.#peopleOf.set(nodeId, arrived);
    });
    bus.on('presence:count', ({ count }, nodeId) => {
      if (this.#peopleOn(nodeId).size !== count) bus.publish('presence:asked', { nodeId });
    });
    bus.on('presence:asked', ({ nodeId }) => {
      if (nodeId === null || nodeId === bus.nodeId) this.#tellAll();
    });
    bus.onMissed(() => bus.publish('presence:asked', { nodeId: null }));
    bus.onUp(() => {
      bus.publish('presence:asked', { nodeId: null });
      this.#tellAll();
    });
  }

  onModuleInit(): void {
    if (!this.bus.isShared) return;
    this.#counting = setInterval(
      () => this.bus.publish('presence:count', { count: this.#peopleHere().length }),
      COUNT_MS,
    );
    this.#counting.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#counting);
  }

  /** Who is connected to this node, whenever another one asks. */
  hereAre(people: () => string[]): void {
    this.#peopleHere = people;
  }

  came(userId: string): void {
    this.bus.publish('presence:came', { userId });
  }

  left(userId: string): void {
    this.bus.publish('presence:left', { userId });
  }

  has(userId: string): boolean {
    for (const people of this.#peopleOf.values()) if (people.has(userId)) return true;
    return false;
  }

  /** What another source says, while nobody can be heard: all people of all other nodes. */
  replace(connections: { nodeId: string; userId: string }[]): void {
    this.#peopleOf.clear();
    for (const { nodeId, userId } of connections) this.#peopleOn(nodeId).add(userId);
  }

  get people(): string[] {
    return [...this.#peopleOf.values()].flatMap((people) => [...people]);
  }

  /** A node is gone. Answers who was there. */
  forget(nodeId: string): string[] {
    const people = this.#peopleOf.get(nodeId) ?? [];
    this.#peopleOf.delete(nodeId);
    this.#arriving.delete(nodeId);
    return [...people];
  }

  #peopleOn(nodeId: string): Set<string> {
    const people = this.#peopleOf.get(nodeId) ?? new Set();
    this.#peopleOf.set(nodeId, people);
    return people;
  }

  #tellAll(): void {
    const people = this.#peopleHere();
    for (let start = 0; start === 0 || start < people.length; start += PEOPLE_PER_PART) {
      const end = start + PEOPLE_PER_PART;
      this.bus.publish('presence:all', {
        userIds: people.slice(start, end),
        isFirst: start === 0,
        isLast: end >= people.length,
      });
    }
  }
}
