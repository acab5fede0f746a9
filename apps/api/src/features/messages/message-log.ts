import { Injectable } from '@nestjs/common';
import type { Attachment, Message } from '@parley/shared-types';
import { conflict, type AppError } from '../../common/app-error.js';
import { refusalOf } from '../../common/refusal.js';
import { Batch } from '../../infra/database/batch.js';
import { Database, type Transaction } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import type { ChosenFiles } from '../attachments/chosen-files.js';
import { PostedFiles } from '../attachments/posted-files.js';
import { ThreadFollowers, type NewFollower } from '../followers/thread-followers.js';
import { RoomAccess } from '../members/room-access.js';
import { MentionsService, NOBODY, type Mentions } from '../mentions/mentions.service.js';
import { MessageNews } from './message-news.js';
import { advances, placed, startsOf, type Draft } from './message-placing.js';
import { toMessage, type MessageRow } from './message-row.js';
import { misdirected, repliesAmong, targetIdsOf } from './message-targets.js';
import { MessagesRepository } from './messages.repository.js';

/** A stored message; `isNew` is false for one that its sender had sent before under the same client id. */
export type Sent = { message: Message; isNew: boolean };

/** All that one commit has to tell. */
type Commit = {
  created: Message[];
  quoted: Map<string, Message>;
  roots: Message[];
  followers: NewFollower[];
};
type Written = Sent & { commit: Commit | null };

/**
 * Group commit for messages: whatever arrived while the last transaction ran is written by the next one — one
 * counter bump per room, one insert, one sync to disk — and then told to each room in one packet.
 */
@Injectable()
export class MessageLog {
  readonly #batch: Batch<Draft, Written>;

  constructor(
    database: Database,
    private readonly messages: MessagesRepository,
    private readonly access: RoomAccess,
    private readonly mentions: MentionsService,
    private readonly files: PostedFiles,
    private readonly followers: ThreadFollowers,
    private readonly news: MessageNews,
  ) {
    this.#batch = new Batch(
      database,
      (tx, drafts) => this.#write(tx, drafts),
      (written) => this.#tell(written),
    );
  }

  /**
   * Stores a message at the next position of its room and tells the members.
   * @throws AppError `not_found`, `forbidden`, `validation_failed` (it refers to what it may not), `conflict`
   * (client id used for something else), `unavailable`
   */
  append(draft: Draft): Promise<Sent> {
    return this.#batch.add(draft);
  }

  async #write(tx: Transaction, drafts: Draft[]): Promise<(Written | Error)[]> {
    await lockRows(
      tx,
      'rooms',
      drafts.map(({ roomId }) => roomId),
    );
    // Membership is asked here, behind every removal that has been committed, not when the draft came in.
    const rules = await this.access.within(
      tx,
      drafts.map(({ roomId, senderId: userId }) => ({ roomId, userId })),
    );
    const refusals = await Promise.all(
      drafts.map(({ senderId, roomId }) => refusalOf(rules.requireWriter(senderId, roomId))),
    );
    const allowed = drafts.filter((_, i) => !refusals[i]);
    if (allowed.length === 0) return refusals as AppError[];

    const known = new Map<string, Written | AppError>();
    for (const row of await this.messages.byClientIds(tx, allowed)) {
      known.set(keyOf(row.sender_id, row.client_id), { message: toMessage(row), isNew: false, commit: null });
    }
    const fresh = firstOfEach(allowed.filter((draft) => !known.has(draftKey(draft))));
    const targets = await this.#targetsOf(tx, fresh);
    const directed = unrefused(fresh, known, (draft) => misdirected(draft, targets));
    const files = await this.files.choose(tx, directed);
    const fitting = unrefused(directed, known, (draft) => files.refusalOf(draft));
    if (fitting.length > 0) {
      const commit = await this.#store(tx, fitting, targets, files);
      for (const message of commit.created) {
        known.set(keyOf(message.senderId, message.clientId), { message, isNew: true, commit });
      }
    }

    const claimed = new Set<string>();
    return drafts.map((draft, i) => refusals[i] ?? answer(draft, known.get(draftKey(draft))!, claimed));
  }

  /** The messages that drafts quote, and the roots of their threads. */
  async #targetsOf(tx: Transaction, drafts: Draft[]): Promise<Map<string, MessageRow>> {
    const rows = await this.messages.byIds(targetIdsOf(drafts), tx);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async #store(
    tx: Transaction,
    drafts: Draft[],
    targets: Map<string, MessageRow>,
    chosen: ChosenFiles<Draft>,
  ): Promise<Commit> {
    const now = Date.now();
    const files = drafts.map((draft) => chosen.of(draft));
    const rootIds = new Set(drafts.flatMap(({ threadRootId }) => threadRootId ?? []));
    const threads = [...rootIds].map((id) => targets.get(id)!);
    const mentions = await this.mentions.of(tx, drafts);
    const advanced = advances(drafts, threads, now);
    const starts = startsOf(await this.messages.advanceRooms(tx, advanced), advanced);
    const { messages, roots } = placed(drafts, mentions, files, threads, starts, now);

    await this.messages.insert(tx, messages);
    await this.messages.advanceSenders(tx, lastOfEachSender(messages));
    await this.messages.update(tx, roots);
    await this.#postFiles(tx, messages, files);
    await this.#noteMentions(tx, messages, mentions);
    const followers = await this.followers.replied(tx, repliesAmong(messages, mentions, targets));

    const quotedIds = new Set(drafts.flatMap(({ replyToId }) => replyToId ?? []));
    return {
      created: messages.map(toMessage),
      quoted: new Map([...quotedIds].map((id) => [id, toMessage(targets.get(id)!)])),
      roots: roots.map(toMessage),
      followers,
    };
  }

  async #postFiles(tx: Transaction, rows: MessageRow[], files: Attachment[][]): Promise<void> {
    const posted = rows.flatMap(({ id: messageId, room_id: roomId, created_at }, i) =>
      files[i]!.map(({ id }) => ({ id, messageId, roomId, at: Number(created_at) })),
    );
    await this.files.post(tx, posted);
  }

  async #noteMentions(tx: Transaction, rows: MessageRow[], mentions: Mentions[]): Promise<void> {
    const mentioning = rows.flatMap(({ id, room_id: roomId, seq, sender_id: senderId }, i) =>
      mentions[i] === NOBODY ? [] : { id, roomId, seq, senderId, mentions: mentions[i]! },
    );
    await this.mentions.note(tx, mentioning);
  }

  #tell(written: Written[]): void {
    for (const commit of new Set(written.map((one) => one.commit))) {
      if (!commit) continue;
      this.news.created(commit.created, commit.quoted);
      this.news.changed(commit.roots.map((message) => ({ fact: 'message:updated', message })));
      this.followers.tell(commit.followers);
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

/** Those that nothing speaks against; why the others are refused is known then. */
const unrefused = (
  drafts: Draft[],
  known: Map<string, Written | AppError>,
  refusalOf: (draft: Draft) => AppError | null,
): Draft[] =>
  drafts.filter((draft) => {
    const refusal = refusalOf(draft);
    if (refusal) known.set(draftKey(draft), refusal);
    return !refusal;
  });

/** Only the first draft of a message counts as new; the others are answered with what it stored. */
function answer(draft: Draft, written: Written | AppError, claimed: Set<string>): Written | AppError {
  if (written instanceof Error) return written;
  const { message } = written;
  if (!isSame(draft, message)) return conflict('This clientId was used for another message.');
  const isNew = written.isNew && !claimed.has(message.id);
  claimed.add(message.id);
  return { ...written, isNew };
}

/** What was sent is no longer known once a message was edited or deleted; its client id then says enough. */
const isSame = (draft: Draft, message: Message): boolean =>
  message.roomId === draft.roomId &&
  message.replyToId === draft.replyToId &&
  message.threadRootId === draft.threadRootId &&
  (message.deletedAt !== null || sameFiles(draft, message)) &&
  (message.body === draft.body || message.editedAt !== null || message.deletedAt !== null);

const sameFiles = ({ attachmentIds }: Draft, { attachments }: Message): boolean =>
  attachmentIds.length === attachments.length && attachmentIds.every((id, i) => id === attachments[i]!.id);
