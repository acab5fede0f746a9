/** A `typing:start` holds for five seconds; it is renewed while somebody goes on typing. */
const RENEW_MS = 3_000;

/** Tells the server that I am typing: at the first keystroke, then every three seconds, and when I stop. */
export class TypingSignal {
  private readonly startedAt = new Map<string, number>();

  constructor(private readonly tell: (name: 'typing:start' | 'typing:stop', roomId: string) => void) {}

  typing(roomId: string, isTyping: boolean) {
    const startedAt = this.startedAt.get(roomId);
    if (!isTyping) {
      if (startedAt !== undefined) this.tell('typing:stop', roomId);
      this.startedAt.delete(roomId);
      return;
    }
    if (startedAt !== undefined && Date.now() - startedAt < RENEW_MS) return;
    this.startedAt.set(roomId, Date.now());
    this.tell('typing:start', roomId);
  }

  /** The server knows nothing of it any more: a sent message ends typing, so does a lost connection. */
  reset(roomId?: string) {
    if (roomId === undefined) this.startedAt.clear();
    else this.startedAt.delete(roomId);
  }
}
