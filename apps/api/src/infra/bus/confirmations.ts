type Asked = { missing: Set<string>; settle: () => void };

/** Who of those that were asked has answered yet. */
export class Confirmations {
  readonly #asked = new Map<string, Asked>();
  #count = 0;

  constructor(private readonly patienceMs: number) {}

  /** Settles when all have answered what `ask` asks, or the time is up. */
  of(nodeIds: string[], ask: (id: string) => void): Promise<void> {
    const id = String(++this.#count);
    return new Promise((resolve) => {
      const settle = () => {
        clearTimeout(timer);
        this.#asked.delete(id);
        resolve();
      };
      const timer = setTimeout(settle, this.patienceMs);
      this.#asked.set(id, { missing: new Set(nodeIds), settle });
      ask(id);
    });
  }

  by(nodeId: string, id: string): void {
    const asked = this.#asked.get(id);
    if (asked?.missing.delete(nodeId) && asked.missing.size === 0) asked.settle();
  }

  /** It is gone: nobody waits for it any more. */
  without(nodeId: string): void {
    for (const id of [...this.#asked.keys()]) this.by(nodeId, id);
  }

  giveUp(): void {
    for (const { settle } of [...this.#asked.values()]) settle();
  }
}
