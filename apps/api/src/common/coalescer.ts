/**
 * Gathers facts per key and hands them on at most once per interval: the first at once, what comes meanwhile
 * together at the end of it.
 */
export class Coalescer<Fact> {
  readonly #gathered = new Map<string, Map<string, Fact>>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly intervalMs: number,
    private readonly flush: (key: string, facts: Fact[]) => void,
  ) {}

  /** Notes a fact; a later one with the same `name` replaces it. */
  add(key: string, name: string, fact: Fact): void {
    const waiting = this.#gathered.get(key);
    if (waiting) {
      waiting.set(name, fact);
      return;
    }
    this.#gathered.set(key, new Map());
    this.flush(key, [fact]);
    this.#wait(key);
  }

  close(): void {
    this.#timers.forEach(clearTimeout);
    this.#gathered.clear();
  }

  #wait(key: string): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      const facts = [...(this.#gathered.get(key)?.values() ?? [])];
      if (facts.length === 0) {
        this.#gathered.delete(key);
        return;
      }
      this.#gathered.set(key, new Map());
      this.flush(key, facts);
      this.#wait(key);
    }, this.intervalMs);
    this.#timers.add(timer);
  }
}
