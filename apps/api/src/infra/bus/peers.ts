/** The other nodes, as far as they are heard: each is alive until its lease ends, which all that it says renews. */
export class Peers {
  readonly #leaseEnd = new Map<string, number>();
  /** What each node counted last, also after it went: it may only have been away. */
  readonly #numberOf = new Map<string, number>();

  constructor(private readonly leaseMs: number) {}

  get ids(): string[] {
    return [...this.#leaseEnd.keys()];
  }

  /** Renews a node's lease. False when it said something before this that was not heard. */
  hear(nodeId: string, number: number): boolean {
    const before = this.#numberOf.get(nodeId);
    this.#numberOf.set(nodeId, Math.max(number, before ?? 0));
    this.#leaseEnd.set(nodeId, Date.now() + this.leaseMs);
    return before === undefined || number <= before + 1;
  }

  /** It will say nothing more; those who were there have so long to come back elsewhere. */
  leave(nodeId: string, inMs: number): void {
    if (this.#leaseEnd.has(nodeId)) this.#leaseEnd.set(nodeId, Date.now() + inMs);
  }

  /** While nobody can be heard, nobody's silence counts. */
  renewAll(): void {
    for (const nodeId of this.ids) this.#leaseEnd.set(nodeId, Date.now() + this.leaseMs);
  }

  /** Forgets those whose lease has ended, and says which. */
  expire(): string[] {
    const now = Date.now();
    const gone = this.ids.filter((nodeId) => this.#leaseEnd.get(nodeId)! <= now);
    for (const nodeId of gone) this.#leaseEnd.delete(nodeId);
    return gone;
  }
}
