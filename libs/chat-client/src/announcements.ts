/** Tells something to whoever wants to know it. */
export class Announcements<What> {
  private readonly handlers = new Set<(what: What) => void>();

  on(handler: (what: What) => void): () => void {
    this.handlers.add(handler);
    return () => void this.handlers.delete(handler);
  }

  tell(what: What) {
    for (const handler of [...this.handlers]) handler(what);
  }
}
