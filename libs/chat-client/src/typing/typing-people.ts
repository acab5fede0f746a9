import { TYPING_TIMEOUT_MS, type TypingUpdated } from '@parley/shared-types';

/** The server ends typing by itself; this much later it ends here, should that be lost. */
const SILENCE_MS = TYPING_TIMEOUT_MS + 1_000;

/** Who types where, without me and those whom I block. Each word of it holds for a few seconds only. */
export class TypingPeople {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly options: {
      read: (roomId: string) => readonly string[];
      write: (roomId: string, userIds: readonly string[]) => void;
      meId: () => string | undefined;
      isBlocked: (userId: string) => boolean;
    },
  ) {}

  update({ roomId, userIds }: TypingUpdated) {
    clearTimeout(this.timers.get(roomId));
    this.timers.delete(roomId);
    const { meId, isBlocked } = this.options;
    const others = userIds.filter((userId) => userId !== meId() && !isBlocked(userId));
    if (others.length > 0)
      this.timers.set(
        roomId,
        setTimeout(() => this.clear(roomId), SILENCE_MS),
      );
    if (others.length > 0 || this.options.read(roomId).length > 0) this.options.write(roomId, others);
  }

  /** Whoever sent a message has stopped typing it. */
  sent(roomId: string, senderIds: readonly string[]) {
    const typing = this.options.read(roomId);
    if (typing.some((userId) => senderIds.includes(userId))) {
      this.update({ roomId, userIds: typing.filter((userId) => !senderIds.includes(userId)) });
    }
  }

  /** The connection is lost: nothing is known any more. */
  clearAll() {
    for (const roomId of [...this.timers.keys()]) this.clear(roomId);
  }

  private clear(roomId: string) {
    this.update({ roomId, userIds: [] });
  }
}
