import { TYPING_TIMEOUT_MS } from '@parley/shared-types';

/** People who type, each in a room and until they stop or say nothing more of it. */
export class Typists {
  /** Room → person → the end of their typing. */
  readonly #typing = new Map<string, Map<string, NodeJS.Timeout>>();

  /** Lasts five seconds unless renewed. @param onEnd when it ends by itself */
  start(roomId: string, userId: string, onEnd: () => void = () => undefined): void {
    const people = this.#typing.get(roomId) ?? new Map<string, NodeJS.Timeout>();
    clearTimeout(people.get(userId));
    const end = () => {
      if (this.stop(roomId, userId)) onEnd();
    };
    people.set(userId, setTimeout(end, TYPING_TIMEOUT_MS));
    this.#typing.set(roomId, people);
  }

  /** False for who was not typing. */
  stop(roomId: string, userId: string): boolean {
    const people = this.#typing.get(roomId);
    if (!people?.has(userId)) return false;
    clearTimeout(people.get(userId));
    people.delete(userId);
    if (people.size === 0) this.#typing.delete(roomId);
    return true;
  }

  in(roomId: string): string[] {
    return [...(this.#typing.get(roomId)?.keys() ?? [])];
  }

  close(): void {
    for (const people of this.#typing.values()) people.forEach((timer) => clearTimeout(timer));
  }
}
