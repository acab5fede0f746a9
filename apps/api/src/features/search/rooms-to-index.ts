import { Injectable } from '@nestjs/common';
import { toMessage, type MessageRow } from '../messages/message-row.js';
import { MessagesRepository } from '../messages/messages.repository.js';
import { toDocument } from './search-document.js';
import { SearchIndex } from './search-index.js';
import { SearchRepository } from './search.repository.js';

/** Few enough that nobody notices the step. */
const MESSAGES_PER_STEP = 200;
const ROOMS_PER_STEP = 20;

/** The rooms that have gone on since the index took from them, and how far. */
@Injectable()
export class RoomsToIndex {
  /** Room id → the version that it has come to. */
  readonly #behind = new Map<string, number>();
  #taken: Map<string, number> | null = null;

  constructor(
    private readonly rooms: SearchRepository,
    private readonly messages: MessagesRepository,
    private readonly index: SearchIndex,
  ) {}

  /** Whether there is something to take; nobody knows before the index was looked at. */
  get areBehind(): boolean {
    return this.#taken === null || this.#behind.size > 0;
  }

  /** Others have written to the index, and may have left something: it is looked at anew before the next step. */
  lookAgain(): void {
    this.#taken = null;
  }

  note(roomId: string, version: number): void {
    this.#behind.set(roomId, Math.max(version, this.#behind.get(roomId) ?? 0));
  }

  /**
   * Takes some messages into the index, from several rooms in turn, so that one with much to take keeps nobody
   * waiting. Answers whether it was as much as one step may take.
   */
  async takeSome(): Promise<boolean> {
    const taken = (this.#taken ??= await this.#compare());
    const rooms = [...this.#behind].slice(0, ROOMS_PER_STEP);
    const isFull = this.#behind.size > rooms.length;
    const versions = new Map<string, number>();
    const rows: MessageRow[] = [];
    for (const [i, [roomId, until]] of rooms.entries()) {
      const share = Math.ceil((MESSAGES_PER_STEP - rows.length) / (rooms.length - i));
      const changed = await this.messages.changedBetween(roomId, taken.get(roomId) ?? 0, until, share);
      rows.push(...changed);
      versions.set(roomId, changed.length < share ? until : changed.at(-1)!.version);
    }
    if (versions.size > 0) await this.#take(rows, versions);

    for (const [roomId, version] of versions) this.#took(taken, roomId, version);
    return isFull || rooms.some(([roomId, until]) => versions.get(roomId)! < until);
  }

  /** A room that is still behind goes to the end of the queue. */
  #took(taken: Map<string, number>, roomId: string, version: number): void {
    taken.set(roomId, version);
    const until = this.#behind.get(roomId)!;
    this.#behind.delete(roomId);
    if (until > version) this.#behind.set(roomId, until);
  }

  async #take(rows: MessageRow[], versions: Map<string, number>): Promise<void> {
    const messages = rows.map(toMessage);
    const changes = {
      documents: messages.filter(({ deletedAt }) => deletedAt === null).map(toDocument),
      goneIds: messages.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id),
      versions,
    };
    try {
      await this.index.take(changes);
    } catch (error) {
      // Somebody else may have begun the index anew: what it knows is to be asked again.
      this.#taken = null;
      throw error;
    }
  }

  /** An index that knows more than there is belongs to another state of the database: it begins anew. */
  async #compare(): Promise<Map<string, number>> {
    // The index first: rooms go on meanwhile, and must not look as if they had gone back.
    const taken = await this.index.versions();
    const rooms = await this.rooms.versions();
    if ([...taken].some(([roomId, version]) => version > (rooms.get(roomId) ?? -1))) {
      await this.index.forget();
      taken.clear();
    }
    for (const [roomId, version] of rooms) {
      if (version > (taken.get(roomId) ?? 0)) this.note(roomId, version);
    }
    return taken;
  }
}
