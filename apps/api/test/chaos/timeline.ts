import type { Message } from '@parley/shared-types';

/** What one device holds of one room: every change up to `version`. */
export class Timeline {
  version = 0;
  readonly #messages = new Map<string, Message>();

  get messages(): Message[] {
    return [...this.#messages.values()].sort((one, other) => one.seq - other.seq);
  }

  /** Takes a fact in. False when changes before it are missing; then nothing of it is kept. */
  follow(messages: Message[], version: number): boolean {
    if (messages[0]!.version > this.version + 1) return false;
    this.take(messages, version);
    return true;
  }

  /** Takes in what follows on `this.version` without a gap. */
  take(messages: Message[], version: number): void {
    for (const message of messages) this.#messages.set(message.id, message);
    this.version = Math.max(this.version, version);
  }
}
