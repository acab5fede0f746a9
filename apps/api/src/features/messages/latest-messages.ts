import { Injectable } from '@nestjs/common';
import { MESSAGES_PER_PAGE, type Message } from '@parley/shared-types';
import { LRUCache } from 'lru-cache';
import { toMessage } from './message-row.js';
import { MessagesRepository, type RoomPosition } from './messages.repository.js';

/** Characters of all messages that are kept, with what stands around them. */
const MAX_SIZE = 16_000_000;
const SIZE_OF_MESSAGE = 600;

type Latest = { version: number; messages: Message[] };

/**
 * The last page of hot rooms, as it was last read. Whatever becomes of a message takes a version of its room, so that a
 * page is right as long as the room stands where it stood then: nobody has to be told, on whichever node.
 */
@Injectable()
export class LatestMessages {
  readonly #rooms = new LRUCache<string, Latest>({
    maxSize: MAX_SIZE,
    sizeCalculation: ({ messages }) =>
      messages.reduce((size, { body }) => size + body.length + SIZE_OF_MESSAGE, 1),
  });

  constructor(private readonly messages: MessagesRepository) {}

  /** Up to a usual page of them, ascending; `position` is where the room stands, read before. */
  async in({ id, last_seq: lastSeq, version }: RoomPosition): Promise<Message[]> {
    const known = this.#rooms.get(id);
    if (known?.version === version) return known.messages;

    const rows = await this.messages.between(id, Math.max(1, lastSeq - MESSAGES_PER_PAGE + 1), lastSeq);
    const messages = rows.map(toMessage);
    // One that somebody has changed meanwhile would be kept as it was not at that version; nobody asks for that again.
    this.#rooms.set(id, { version, messages });
    return messages;
  }
}
