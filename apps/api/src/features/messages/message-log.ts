import { Injectable } from '@nestjs/common';
import type { Message, MessageCreated } from '@parley/shared-types';
import { v7 as uuidv7 } from 'uuid';
import { AppError, conflict } from '../../common/app-error.js';
import { groupBy } from '../../common/group-by.js';
import { Batch } from '../../infra/database/batch.js';
import { Database, type Transaction } from '../../infra/database/database.js';
import { Broadcaster } from '../../infra/realtime/broadcaster.js';
import { RoomAccess } from '../members/room-access.js';
import { toMessage, type MessageRow } from './message-row.js';
import { MessagesRepository } from './messages.repository.js';

export type Draft = { senderId: string; roomId: string; clientId: string; body: string };

/** A stored message; `isNew` is false for one that its sender had sent before under the same client id. */
export type Sent = { message: Message; isNew: boolean };

/**
 * Group commit for messages: whatever arrived while the last transaction ran is written by the next one — one
 * counter bump per room, one insert, one sync to disk — and then told to each room in one packet.
 */
@Injectable()
export class MessageLog {
  readonly #batch: Batch<Draft, Sent>;

  constructor(
    database: Database,
    private readonly messages: MessagesRepository,
    private readonly access: RoomAccess,
    private readonly broadcaster: Broadcaster,
  ) {
    this.#batch = new Batch(
      database,
      (tx, drafts) => this.#write(tx, drafts),
      (sent) => this.#tell(sent),
    );
  }

  /**
   * Stores a message at the next position of its room and tells the members.
   * @throws AppError `not_found`, `forbidden`, `conflict` (client id used for something else), `unavailable`
   */
  append(draft: Draft): Promise<Sent> {
    return this.#batch.add(draft);
  }

  async #write(tx: Transaction, drafts: Draft[]): Promise<(Sent | Error)[]> {
    // Membership is asked here, behind every removal that has been committed, not when the draft came in.
    const refusals = await Promise.all(drafts.map((draft) => this.#refusal(draft)));
    const allowed = drafts.filter((_, i) => !refusals[i]);
    if (allowed.length === 0) return refusals as Error[];

    const known = new Map<string, Sent>();
    for (const row of await this.messages.byClientIds(tx, allowed)) {
      known.set(keyOf(row.sender_id, row.client_id), { message: toMessage(row), isNew: false });
    }
    const fresh = firstOfEach(allowed.filter((draft) => !known.has(draftKey(draft))));
    for (const row of await this.#insert(tx, fresh)) {
      known.set(keyOf(row.sender_id, row.client_id), { message: toMessage(row), isNew: true });
    }

    const claimed = new Set<string>();
    return drafts.map((draft, i) => refusals[i] ?? answer(draft, known.get(draftKey(draft))!, claimed));
  }

  async #refusal(draft: Draft): Promise<AppError | null> {
    try {
      await this.access.requireWriter(draft.senderId, draft.roomId);
      return null;
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  }

  async #insert(tx: Transaction, drafts: Draft[]): Promise<MessageRow[]> {
    if (drafts.length === 0) return [];
    const now = Date.now();
    const counts = new Map<string, number>();
    for (const { roomId } of drafts) counts.set(roomId, (counts.get(roomId) ?? 0) + 1);

    const rooms = await this.messages.advanceRooms(
      tx,
      [...counts].map(([id, added]) => ({ id, added, at: now })),
    );
    const next = new Map(
      rooms.map((room) => {
        const added = counts.get(room.id)!;
        return [room.id, { seq: room.last_seq - added, version: room.version - added }];
      }),
    );
    const rows = drafts.map((draft): MessageRow => {
      const position = next.get(draft.roomId)!;
      return {
        id: uuidv7(),
        room_id: draft.roomId,
        seq: ++position.seq,
        version: ++position.version,
        client_id: draft.clientId,
        sender_id: draft.senderId,
        body: draft.body,
        created_at: now,
      };
    });
    await this.messages.insert(tx, rows);
    await this.messages.advanceSenders(tx, lastOfEachSender(rows));
    return rows;
  }

  #tell(sent: Sent[]): void {
    const stored = sent.filter(({ isNew }) => isNew).map(({ message }) => message);
    for (const [roomId, messages] of groupBy(stored, (message) => message.roomId)) {
      const fact: MessageCreated = { roomId, version: messages.at(-1)!.version, messages };
      this.broadcaster.toRoom(roomId, 'message:created', fact);
    }
  }
}

const keyOf = (senderId: string, clientId: string) => `${senderId}:${clientId}`;
const draftKey = ({ senderId, clientId }: Draft) => keyOf(senderId, clientId);

/** Several drafts under one client id in the same batch are one message. */
const firstOfEach = (drafts: Draft[]): Draft[] =>
  [...new Map(drafts.toReversed().map((draft) => [draftKey(draft), draft])).values()].toReversed();

const lastOfEachSender = (rows: MessageRow[]) => {
  const last = new Map<string, { roomId: string; senderId: string; seq: number }>();
  for (const { room_id: roomId, sender_id: senderId, seq } of rows) {
    last.set(keyOf(roomId, senderId), { roomId, senderId, seq });
  }
  return [...last.values()];
};

/** Only the first draft of a message counts as new; the others are answered with what it stored. */
function answer(draft: Draft, sent: Sent, claimed: Set<string>): Sent | AppError {
  const { message } = sent;
  if (message.roomId !== draft.roomId || message.body !== draft.body) {
    return conflict('This clientId was used for another message.');
  }
  const isNew = sent.isNew && !claimed.has(message.id);
  claimed.add(message.id);
  return { message, isNew };
}
