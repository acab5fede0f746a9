import { Injectable } from '@nestjs/common';
import type { Message } from '@parley/shared-types';
import type { Actor, Caller } from '../../common/caller.js';
import { refusalOf } from '../../common/refusal.js';
import { Batch } from '../../infra/database/batch.js';
import { Database, type Transaction } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import { PostedFiles } from '../attachments/posted-files.js';
import { AuditLog, type Deed } from '../audit/audit-log.js';
import { RoomAccess, type InRoom } from '../members/room-access.js';
import type { RoomRules } from '../members/room-rules.js';
import { MentionsService, NO_CALL } from '../mentions/mentions.service.js';
import { ChangingRows, type Done } from './changing-rows.js';
import { MessageAccess } from './message-access.js';
import type { Change } from './message-change.js';
import { MessageNews } from './message-news.js';
import { toMessage, type MessageRow } from './message-row.js';
import { MessagesRepository } from './messages.repository.js';

/** An admin needs no right in the room. */
export type ChangeRequest = { messageId: string; change: Change } & (
  { by: Caller; isByAdmin?: false } | { by: Actor; isByAdmin: true }
);

/**
 * Group commit for what becomes of messages: each change takes the next version of its room, and is told in that
 * order after the commit.
 */
@Injectable()
export class MessageChanges {
  readonly #batch: Batch<ChangeRequest, Done>;

  constructor(
    database: Database,
    private readonly messages: MessagesRepository,
    private readonly access: MessageAccess,
    private readonly rooms: RoomAccess,
    private readonly mentions: MentionsService,
    private readonly audit: AuditLog,
    private readonly files: PostedFiles,
    private readonly news: MessageNews,
  ) {
    this.#batch = new Batch(
      database,
      (tx, requests) => this.#write(tx, requests),
      (done) => this.#tell(done),
    );
  }

  /**
   * Settles with the message when the change is stored and told; with the message as it is when there was nothing
   * to change.
   * @throws AppError `not_found`, `forbidden`, `conflict` (deleted, or a limit), `unavailable`
   */
  async make(request: ChangeRequest): Promise<Message> {
    return toMessage((await this.#batch.add(request)).row);
  }

  async #write(tx: Transaction, requests: ChangeRequest[]): Promise<(Done | Error)[]> {
    const known = await this.#rowsFor(tx, requests);
    // Rights are asked here, behind every removal that has been committed, not when the request came in.
    const rules = await this.rooms.within(tx, peopleIn(requests, known));
    const refusals = await Promise.all(
      requests.map((request) => refusalOf(this.#requireRight(rules, request, known.get(request.messageId)))),
    );
    const mentions = await this.#mentionsIn(tx, requests, known);
    const pinsOf = await this.#pinsFor(tx, requests, known);

    const rows = new ChangingRows([...known.values()], pinsOf, Date.now());
    const results = requests.map(
      ({ messageId, change }, i) => refusals[i] ?? rows.change(messageId, change, mentions[i]!),
    );
    if (rows.changed.length > 0) await this.#store(tx, rows);
    await this.audit.recordAll(tx, removals(requests, results));
    return results;
  }

  #requireRight(rules: RoomRules, request: ChangeRequest, row: MessageRow | undefined): Promise<MessageRow> {
    if (request.isByAdmin) return this.access.requireThere(row);
    return this.access.requireChangeable(request.by.userId, row, request.change.kind, rules);
  }

  /** The messages to be changed, and the roots of the threads that may lose a reply. */
  async #rowsFor(tx: Transaction, requests: ChangeRequest[]): Promise<Map<string, MessageRow>> {
    const ids = new Set(requests.map(({ messageId }) => messageId));
    const found = await this.messages.byIds([...ids], tx);
    const isOvertaken = await lockRows(
      tx,
      'rooms',
      found.map((row) => row.room_id),
    );
    const rows = isOvertaken ? await this.messages.byIds([...ids], tx) : found;
    const known = new Map(rows.map((row) => [row.id, row]));
    const rootIds = requests.flatMap(({ messageId, change }) =>
      change.kind === 'delete' ? (known.get(messageId)?.thread_root_id ?? []) : [],
    );
    const missing = [...new Set(rootIds)].filter((id) => !known.has(id));
    for (const row of await this.messages.byIds(missing, tx)) known.set(row.id, row);
    return known;
  }

  async #mentionsIn(tx: Transaction, requests: ChangeRequest[], known: Map<string, MessageRow>) {
    const texts = requests.map(({ messageId, change }) => ({
      roomId: known.get(messageId)?.room_id ?? '',
      call: change.kind === 'edit' ? change.call : NO_CALL,
    }));
    return this.mentions.of(tx, texts);
  }

  /** How many messages are pinned in the rooms where one is to be. */
  async #pinsFor(tx: Transaction, requests: ChangeRequest[], known: Map<string, MessageRow>) {
    const roomIds = requests.flatMap(({ messageId, change }) =>
      change.kind === 'pin' && change.isOn ? (known.get(messageId)?.room_id ?? []) : [],
    );
    return this.messages.pinCountsOf(tx, [...new Set(roomIds)]);
  }

  async #store(tx: Transaction, rows: ChangingRows): Promise<void> {
    rows.stamp(await this.messages.advanceVersions(tx, rows.versions));
    await this.messages.update(tx, rows.changed);
    await this.files.remove(tx, rows.withoutFiles, Date.now());
    await this.mentions.renote(
      tx,
      rows.reworded.map(({ row, mentions }) => ({
        id: row.id,
        roomId: row.room_id,
        seq: row.seq,
        senderId: row.sender_id,
        mentions,
      })),
    );
  }

  #tell(done: Done[]): void {
    const steps = done.flatMap((one) => one.steps);
    this.news.changed(
      steps.map(({ row, isDeletion }) => ({
        fact: isDeletion ? 'message:deleted' : 'message:updated',
        message: toMessage(row),
      })),
    );
    if (steps.some(({ losesFiles }) => losesFiles)) this.files.removed();
  }
}

/** Who needs a right, and in which room. */
const peopleIn = (requests: ChangeRequest[], known: Map<string, MessageRow>): InRoom[] =>
  requests.flatMap(({ by, messageId, isByAdmin }) => {
    const roomId = known.get(messageId)?.room_id;
    return isByAdmin || !roomId ? [] : { roomId, userId: by.userId };
  });

/** What is kept of deletions: those of what somebody else wrote, and all that admins make. */
const removals = (requests: ChangeRequest[], results: (Done | Error)[]): (Deed & { actor: Actor })[] =>
  requests.flatMap(({ by: actor, change, isByAdmin }, i) => {
    const done = results[i]!;
    if (change.kind !== 'delete' || done instanceof Error || done.steps.length === 0) return [];
    const { id: messageId, sender_id: userId, room_id: roomId } = done.row;
    if (userId === actor.userId && !isByAdmin) return [];
    return { actor, action: 'message.removed', userId, roomId, messageId };
  });
