import { LRUCache } from 'lru-cache';

/**
 * How long something is known that other nodes may change, however quietly: one that cannot be reached, and cannot say
 * what it does, is right about it after that.
 */
export const CLUSTER_MAX_AGE_MS = 10_000;

/**
 * A cache that a change corrects at once. A load that was under way while any entry was set is answered but
 * not kept, so that it cannot bring back what the change replaced.
 */
export class ReadThroughCache<Value> {
  readonly #entries: LRUCache<string, { value: Value }>;
  #changes = 0;
  #isSuspended = false;

  /** @param maxAgeMs how long something is known at most, where changes may go unnoticed */
  constructor(max: number, maxAgeMs?: number) {
    this.#entries = new LRUCache({ max, ...(maxAgeMs && { ttl: maxAgeMs }) });
  }

  /** How many changes there have been: compare before and after a read to know whether it may be stale. */
  get changes(): number {
    return this.#changes;
  }

  peek(key: string): Value | undefined {
    return this.#entries.get(key)?.value;
  }

  async get(key: string, load: () => Promise<Value>): Promise<Value> {
    const known = this.#entries.get(key);
    if (known) return known.value;

    const changes = this.#changes;
    const value = await load();
    if (changes === this.#changes) this.#keep(key, value);
    return value;
  }

  /** The same for many keys with one load of those that are missing; keys without a value are left out. */
  async getMany(keys: string[], load: (missing: string[]) => Promise<Map<string, Value>>): Promise<Value[]> {
    const known = keys.map((key) => this.#entries.get(key));
    const missing = [...new Set(keys.filter((_, i) => !known[i]))];
    const changes = this.#changes;
    const loaded = missing.length > 0 ? await load(missing) : new Map<string, Value>();
    if (changes === this.#changes) loaded.forEach((value, key) => this.#keep(key, value));

    return keys.flatMap((key, i) => {
      const entry = known[i] ?? (loaded.has(key) && { value: loaded.get(key)! });
      return entry ? [entry.value] : [];
    });
  }

  /** What is true from now on. */
  set(key: string, value: Value): void {
    this.#changes++;
    this.#keep(key, value);
  }

  forget(key: string): void {
    this.#changes++;
    this.#entries.delete(key);
  }

  forgetAll(matching: (key: string) => boolean): void {
    this.#changes++;
    for (const key of this.#entries.keys()) if (matching(key)) this.#entries.delete(key);
  }

  forgetEverything(): void {
    this.#changes++;
    this.#entries.clear();
  }

  /** From now on nothing is known, and nothing is kept. */
  suspend(): void {
    this.forgetEverything();
    this.#isSuspended = true;
  }

  resume(): void {
    this.forgetEverything();
    this.#isSuspended = false;
  }

  #keep(key: string, value: Value): void {
    if (!this.#isSuspended) this.#entries.set(key, { value });
  }
}
