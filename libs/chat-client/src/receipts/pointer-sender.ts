import { codeOf } from '../connection/failure.js';

/** At most two a second and key. */
const INTERVAL_MS = 500;
const RETRY_MS = 2_000;

interface Pointer {
  readonly epoch: number;
  wanted: number;
  told: number;
  nextAt: number;
  sending: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** A position that the server was not told of yet. `key` is a room, or a thread's first message. */
export interface Pending {
  readonly key: string;
  readonly seq: number;
  readonly epoch: number;
}

interface PointerSenderOptions {
  send: (key: string, seq: number) => Promise<unknown>;
  isReady: () => boolean;
  /** How often the pointer was moved back, elsewhere too; pointers that never are have none. */
  epochOf?: (key: string) => number;
}

/**
 * Tells the server how far I got in each room: the furthest position only, not more often than needed, and after a
 * lost connection as soon as it is back. What I read before the pointer was moved back is not told any more.
 */
export class PointerSender {
  private readonly pointers = new Map<string, Pointer>();

  constructor(private readonly options: PointerSenderOptions) {}

  move(key: string, seq: number, epoch = this.epochOf(key)) {
    const known = this.pointers.get(key);
    if (known && known.epoch > epoch) return;
    const pointer = known?.epoch === epoch ? known : this.begin(key, epoch);
    pointer.wanted = Math.max(pointer.wanted, seq);
    this.flush(key, pointer);
  }

  /** The connection is back. */
  resume() {
    for (const [key, pointer] of this.pointers) this.flush(key, pointer);
  }

  /** What was not told yet. */
  pending(): Pending[] {
    return [...this.pointers]
      .filter(([, { wanted, told }]) => wanted > told)
      .map(([key, { wanted, epoch }]) => ({ key, seq: wanted, epoch }));
  }

  forget(key: string) {
    clearTimeout(this.pointers.get(key)?.timer);
    this.pointers.delete(key);
  }

  stop() {
    for (const pointer of this.pointers.values()) clearTimeout(pointer.timer);
  }

  private begin(key: string, epoch: number): Pointer {
    this.forget(key);
    const pointer = { epoch, wanted: 0, told: 0, nextAt: 0, sending: false, timer: undefined };
    this.pointers.set(key, pointer);
    return pointer;
  }

  private epochOf(key: string) {
    return this.options.epochOf?.(key) ?? 0;
  }

  private flush(key: string, pointer: Pointer) {
    if (this.pointers.get(key) !== pointer) return;
    if (this.epochOf(key) > pointer.epoch) return this.forget(key);
    if (pointer.wanted <= pointer.told || pointer.sending || !this.options.isReady()) return;
    const waitMs = pointer.nextAt - Date.now();
    clearTimeout(pointer.timer);
    if (waitMs > 0) pointer.timer = setTimeout(() => this.flush(key, pointer), waitMs);
    else void this.tell(key, pointer);
  }

  private async tell(key: string, pointer: Pointer) {
    const seq = pointer.wanted;
    pointer.sending = true;
    pointer.nextAt = Date.now() + INTERVAL_MS;
    try {
      await this.options.send(key, seq);
      pointer.told = seq;
    } catch (error) {
      const code = codeOf(error);
      // Refused for good, for instance after leaving the room: asking again would be refused again.
      if (['not_found', 'forbidden', 'validation_failed'].includes(code)) pointer.told = seq;
      pointer.nextAt = Date.now() + RETRY_MS;
    }
    pointer.sending = false;
    this.flush(key, pointer);
  }
}
