import { codeOf } from '../connection/failure.js';

/** At most two a second and room. */
const INTERVAL_MS = 500;
const RETRY_MS = 2_000;

interface Pointer {
  wanted: number;
  told: number;
  nextAt: number;
  sending: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

interface PointerSenderOptions {
  send: (roomId: string, seq: number) => Promise<unknown>;
  isReady: () => boolean;
}

/**
 * Tells the server how far I got in each room: the furthest position only, not more often than needed, and after a
 * lost connection as soon as it is back.
 */
export class PointerSender {
  private readonly pointers = new Map<string, Pointer>();

  constructor(private readonly options: PointerSenderOptions) {}

  move(roomId: string, seq: number) {
    const pointer = this.pointers.get(roomId) ?? {
      wanted: 0,
      told: 0,
      nextAt: 0,
      sending: false,
      timer: undefined,
    };
    this.pointers.set(roomId, pointer);
    pointer.wanted = Math.max(pointer.wanted, seq);
    this.flush(roomId, pointer);
  }

  /** The connection is back. */
  resume() {
    for (const [roomId, pointer] of this.pointers) this.flush(roomId, pointer);
  }

  forget(roomId: string) {
    clearTimeout(this.pointers.get(roomId)?.timer);
    this.pointers.delete(roomId);
  }

  stop() {
    for (const pointer of this.pointers.values()) clearTimeout(pointer.timer);
  }

  private flush(roomId: string, pointer: Pointer) {
    if (pointer.wanted <= pointer.told || pointer.sending || !this.options.isReady()) return;
    const waitMs = pointer.nextAt - Date.now();
    clearTimeout(pointer.timer);
    if (waitMs > 0) pointer.timer = setTimeout(() => this.flush(roomId, pointer), waitMs);
    else void this.tell(roomId, pointer);
  }

  private async tell(roomId: string, pointer: Pointer) {
    const seq = pointer.wanted;
    pointer.sending = true;
    pointer.nextAt = Date.now() + INTERVAL_MS;
    try {
      await this.options.send(roomId, seq);
      pointer.told = seq;
    } catch (error) {
      const code = codeOf(error);
      // Refused for good, for instance after leaving the room: asking again would be refused again.
      if (['not_found', 'forbidden', 'validation_failed'].includes(code)) pointer.told = seq;
      pointer.nextAt = Date.now() + RETRY_MS;
    }
    pointer.sending = false;
    this.flush(roomId, pointer);
  }
}
