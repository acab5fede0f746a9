import { setTimeout as delay } from 'node:timers/promises';
import type { Device } from './device.js';
import { drafts } from './drafts.js';
import type { Random } from './random.js';
import type { Draft, Sender, SenderLog } from './sender.js';

/** Messages under way at once. A refused one that is sent again would come after those behind it: then it is one. */
const USUAL_WINDOW = 4;
const LONGEST_PAUSE_MS = 25;
const RETRY_MS = 100;

/**
 * Sends over a device's socket as a real client does: in order, several under way at once, and after a reconnect
 * whatever was not answered again, in order and under the same clientId. The last acks count as lost on the way,
 * as a cut connection loses them sooner or later: what they answered is sent again too.
 */
export class SocketSender implements Sender {
  readonly log: SenderLog = { sent: [], acked: [], refused: [] };
  unanswered = 0;
  readonly #write: () => Draft;
  readonly #unanswered = new Map<string, Draft>();
  readonly #justAcked: Draft[] = [];
  #isWriting = false;

  constructor(
    private readonly device: Device,
    roomIds: string[],
    private readonly random: Random,
    private readonly window = USUAL_WINDOW,
  ) {
    this.#write = drafts(device.name, device.session.user.id, roomIds, random);
    device.whenReady(() => this.#resume());
  }

  get name(): string {
    return this.device.name;
  }

  get isSettled(): boolean {
    return this.#unanswered.size === 0;
  }

  start(): void {
    this.#isWriting = true;
    this.#resume();
  }

  stop(): void {
    this.#isWriting = false;
  }

  #resume(): void {
    if (!this.device.isOnline) return;
    for (const draft of [...this.#justAcked, ...this.#unanswered.values()]) void this.#send(draft);
    for (let free = this.window - this.#unanswered.size; free > 0; free--) this.#sendNext();
  }

  /** A server that drains is asked nothing more; the next connection goes on. */
  #sendNext(): void {
    if (!this.#isWriting || !this.device.isOnline || this.device.hasHeardDraining) return;
    const draft = this.#write();
    this.log.sent.push(draft);
    this.#unanswered.set(draft.clientId, draft);
    void this.#send(draft);
  }

  /** What could not be stored just now is sent again, unless a new connection has done so meanwhile. */
  async #retry(draft: Draft): Promise<void> {
    const { connections } = this.device;
    await delay(RETRY_MS);
    const isSame = this.device.isOnline && connections === this.device.connections;
    if (isSame && !this.device.hasHeardDraining) void this.#send(draft);
  }

  async #send(draft: Draft): Promise<void> {
    const { clientId, roomId, body } = draft;
    const payload = { roomId, clientId, body };
    // No answer on this connection: `#resume` asks on the next.
    const ack = await this.device.socket.emitWithAck('message:send', payload).catch(() => null);
    if (!ack) {
      this.unanswered++;
      return;
    }
    if (!ack.ok) {
      this.log.refused.push(ack.error.code);
      if (ack.error.code === 'unavailable') await this.#retry(draft);
      return;
    }
    this.log.acked.push(ack.data);
    if (!this.#unanswered.delete(clientId)) return;
    this.#justAcked.push(draft);
    if (this.#justAcked.length > this.window) this.#justAcked.shift();
    await delay(this.random.between(0, LONGEST_PAUSE_MS));
    this.#sendNext();
  }
}
