import { Injectable } from '@nestjs/common';
import type { Message, MessageCreated } from '@parley/shared-types';
import { groupBy } from '../../common/group-by.js';
import { Broadcaster } from '../../infra/realtime/broadcaster.js';

export type ChangedFact = { fact: 'message:updated' | 'message:deleted'; message: Message };

/** Hears that a room's messages stand at a version now, by what this node did. */
export type NewsListener = (roomId: string, version: number) => void;

/** Tells rooms what became of their messages, in the order of the versions. */
@Injectable()
export class MessageNews {
  #listener: NewsListener = () => undefined;

  constructor(private readonly broadcaster: Broadcaster) {}

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
      this.#listener(roomId, fact.version);
    }
  }

  changed(changes: ChangedFact[]): void {
    for (const { fact, message } of changes) {
      this.broadcaster.toRoom(message.roomId, fact, message);
      this.#listener(message.roomId, message.version);
    }
  }

  /** For what follows the messages at a distance: it is called on the way of every message and must not dwell. */
  listen(listener: NewsListener): void {
    this.#listener = listener;
  }
}
