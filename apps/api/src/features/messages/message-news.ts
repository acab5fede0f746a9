import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Message, MessageCreated } from '@parley/shared-types';
import { groupBy } from '../../common/group-by.js';
import { Bus } from '../../infra/bus/bus.js';
import { Broadcaster } from '../../infra/realtime/broadcaster.js';

export type ChangedFact = { fact: 'message:updated' | 'message:deleted'; message: Message };

/** Hears that a room's messages stand at a version now. */
export type NewsListener = (roomId: string, version: number) => void;

/** How long other nodes may wait to know how far rooms are: nobody looks at it. */
const GATHER_MS = 200;

/** Tells rooms what became of their messages, in the order of the versions. */
@Injectable()
export class MessageNews implements OnModuleDestroy {
  readonly #advanced = new Map<string, number>();
  #telling: NodeJS.Timeout | undefined;
  #listener: NewsListener = () => undefined;

  constructor(
    private readonly broadcaster: Broadcaster,
    private readonly bus: Bus,
  ) {
    bus.on('rooms:advanced', ({ versions }) => {
      for (const [roomId, version] of versions) this.#listener(roomId, version);
    });
  }

  onModuleDestroy(): void {
    clearTimeout(this.#telling);
    this.#tellNodes();
  }

  /** What one commit added, ascending; `quoted` holds what these messages reply to. */
  created(messages: Message[], quoted: Map<string, Message>): void {
    for (const [roomId, added] of groupBy(messages, (message) => message.roomId)) {
      const parents = added.flatMap(({ replyToId }) => (replyToId ? quoted.get(replyToId)! : []));
      const fact: MessageCreated = {
        roomId,
        version: added.at(-1)!.version,
        messages: added,
        quoted: [...new Set(parents)],
      };
      this.broadcaster.toRoom(roomId, 'message:created', fact);
      this.#advance(roomId, fact.version);
    }
  }

  changed(changes: ChangedFact[]): void {
    for (const { fact, message } of changes) {
      this.broadcaster.toRoom(message.roomId, fact, message);
      this.#advance(message.roomId, message.version);
    }
  }

  /** For what follows the messages of all nodes at a distance: it is called on the way of every message and must not dwell. */
  listen(listener: NewsListener): void {
    this.#listener = listener;
  }

  #advance(roomId: string, version: number): void {
    this.#listener(roomId, version);
    if (!this.bus.isShared) return;
    this.#advanced.set(roomId, version);
    this.#telling ??= setTimeout(() => this.#tellNodes(), GATHER_MS);
  }

  #tellNodes(): void {
    this.#telling = undefined;
    if (this.#advanced.size === 0) return;
    this.bus.publish('rooms:advanced', { versions: [...this.#advanced] });
    this.#advanced.clear();
  }
}
