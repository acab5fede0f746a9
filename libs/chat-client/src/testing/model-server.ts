import type { CommandPayload, ErrorCode, Message } from '@parley/shared-types';
import type { Fact } from '../connection/fact.js';
import { ModelRoom, type Draft } from './model-room.js';
import { ModelThreads } from './model-threads.js';
import { ada } from './people.js';

/** A refusal, as an ack or a problem carries it. */
export class Refused extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

/** Where facts for one of ada's devices go; those told together arrive together. */
export type Device = (...facts: Fact[]) => void;

const AT = '2026-02-01T00:00:00.000Z';

/** A whole Parley in memory, as ada meets it: what happens in it comes out as the facts that she is told. */
export class ModelServer {
  readonly rooms = new Map<string, ModelRoom>();
  readonly threads = new ModelThreads();
  readonly devices = new Set<Device>();

  openRoom(memberIds: string[]): ModelRoom {
    const id = `00000000-0000-7000-9000-${String(this.rooms.size + 1).padStart(12, '0')}`;
    const room = new ModelRoom(id, memberIds);
    this.rooms.set(id, room);
    this.tellMember(room, { name: 'room:created', payload: room.view(ada.id) });
    return room;
  }

  /** One commit: all its messages come in one fact, then what became of the threads that they belong to. */
  say(room: ModelRoom, drafts: Draft[]) {
    const messages = drafts.map((draft) => room.say(draft));
    const quoted = room.quotedBy(messages);
    const payload = { roomId: room.id, version: room.version, messages, quoted };
    this.tellMember(room, { name: 'message:created', payload });
    const replies = messages.filter(({ threadRootId }) => threadRootId !== null);
    for (const rootId of new Set(replies.map(({ threadRootId }) => threadRootId!))) {
      this.recount(room, rootId);
    }
    const begun = replies.filter((reply) => this.threads.replied(room, reply));
    for (const rootId of new Set(begun.map(({ threadRootId }) => threadRootId!)))
      this.tell({ name: 'thread:updated', payload: this.threads.state(room, rootId) });
    return messages;
  }

  edit(room: ModelRoom, seq: number, body: string) {
    const { deletedAt } = room.messages[seq - 1]!;
    if (deletedAt !== null) return;
    this.tellMember(room, { name: 'message:updated', payload: room.edit(seq, body) });
  }

  delete(room: ModelRoom, seq: number) {
    const { deletedAt, threadRootId } = room.messages[seq - 1]!;
    if (deletedAt !== null) return;
    const cleared = { body: '', mentions: [], mentionsAll: null, reactions: [], pinnedAt: null };
    const payload = room.change(seq, { ...cleared, deletedAt: AT });
    this.tellMember(room, { name: 'message:deleted', payload });
    if (threadRootId !== null) this.recount(room, threadRootId);
  }

  /** Edits, deletes, reacts or pins for ada, as the contract says: what is so already is answered as it is. */
  changeForAda(name: string, payload: { messageId: string; body?: string; emoji?: string }): Message {
    const room = [...this.rooms.values()].find((each) => each.find(payload.messageId));
    if (!room?.members.has(ada.id)) throw new Refused('not_found');
    const before = room.find(payload.messageId)!;
    const isOwnOnly = name === 'message:edit' || name === 'message:delete';
    if (isOwnOnly && before.senderId !== ada.id) throw new Refused('forbidden');
    if (name === 'message:delete') this.delete(room, before.seq);
    else if (before.deletedAt !== null) throw new Refused('conflict');
    else if (name === 'message:edit') {
      if (before.body !== payload.body) this.edit(room, before.seq, payload.body!);
    } else {
      const to = changeTo(before, name, payload.emoji ?? '', ada.id);
      if (to) this.tellMember(room, { name: 'message:updated', payload: room.change(before.seq, to) });
    }
    return room.find(before.id)!;
  }

  react(room: ModelRoom, seq: number, userId: string, emoji: string, isOn: boolean) {
    const before = room.messages[seq - 1]!;
    if (before.deletedAt !== null) return;
    const to = changeTo(before, isOn ? 'reaction:add' : 'reaction:remove', emoji, userId);
    if (to) this.tellMember(room, { name: 'message:updated', payload: room.change(seq, to) });
  }

  rename(room: ModelRoom, name: string) {
    room.rename(name);
    this.tellMember(room, { name: 'room:updated', payload: room.view(ada.id) });
  }

  join(room: ModelRoom, users: (typeof ada)[]) {
    const fresh = users.filter((user) => !room.members.has(user.id));
    if (fresh.length === 0) return;
    room.join(fresh.map((user) => user.id));
    const { version } = room;
    const joined = fresh.map((user): Fact => {
      return { name: 'member:joined', payload: { roomId: room.id, user, version } };
    });
    this.tellMember(room, ...joined);
    if (fresh.includes(ada)) this.tell({ name: 'room:created', payload: room.view(ada.id) });
  }

  leave(room: ModelRoom, userId: string) {
    if (!room.members.has(userId)) return;
    room.leave(userId);
    if (userId === ada.id) {
      this.threads.leave(room);
      this.tell({ name: 'room:removed', payload: { roomId: room.id } });
    }
    this.tellMember(room, {
      name: 'member:left',
      payload: { roomId: room.id, userId, version: room.version },
    });
  }

  /** Forward only. Ada's other devices are told of her pointer, everybody of the receipt. */
  read(room: ModelRoom, userId: string, to: { readSeq?: number; deliveredSeq?: number }, by?: Device) {
    const standing = room.move(userId, to);
    if (!standing) return;
    const receipts = room.receipts().filter((receipt) => receipt.userId === userId);
    this.tellMember(room, { name: 'receipt:updated', payload: { roomId: room.id, receipts } });
    if (userId === ada.id) this.tellReading(room, by);
  }

  markUnread(room: ModelRoom, seq: number, by?: Device) {
    room.moveBack(ada.id, seq);
    this.tellReading(room, by);
  }

  readThread(rootId: string, seq: number, by?: Device) {
    const room = this.roomWith(rootId);
    if (this.threads.read(room, rootId, seq)) this.tellThread(room, rootId, by);
    return this.threads.state(room, rootId);
  }

  followThread(rootId: string, isFollowed: boolean, by?: Device) {
    const room = this.roomWith(rootId);
    if (this.threads.follow(room, rootId, isFollowed)) this.tellThread(room, rootId, by);
    return this.threads.state(room, rootId);
  }

  /** Ada's room, or a refusal. */
  roomOfAda(roomId: string): ModelRoom {
    const room = this.rooms.get(roomId);
    if (!room?.members.has(ada.id)) throw new Refused('not_found');
    return room;
  }

  /** The room of ada's that a message is in, or a refusal. */
  roomWith(messageId: string): ModelRoom {
    const room = [...this.rooms.values()].find((each) => each.find(messageId));
    if (!room) throw new Refused('not_found');
    return this.roomOfAda(room.id);
  }

  /** Stores what ada sent, once per client id. */
  send({ roomId, clientId, body, replyToId, threadRootId }: CommandPayload<'message:send'>) {
    const room = this.roomOfAda(roomId);
    const known = room.messages.find((message) => message.clientId === clientId);
    return known ?? this.say(room, [{ senderId: ada.id, body, clientId, replyToId, threadRootId }])[0]!;
  }

  private recount(room: ModelRoom, rootId: string) {
    const replies = room.messages.filter(
      (reply) => reply.threadRootId === rootId && reply.deletedAt === null,
    );
    const payload = room.change(room.find(rootId)!.seq, { replyCount: replies.length });
    this.tellMember(room, { name: 'message:updated', payload });
  }

  private tellReading(room: ModelRoom, by: Device | undefined) {
    const payload = { roomId: room.id, ...room.readingOf(ada.id) };
    this.tellOthers(by, { name: 'unread:updated', payload });
  }

  private tellThread(room: ModelRoom, rootId: string, by: Device | undefined) {
    this.tellOthers(by, { name: 'thread:updated', payload: this.threads.state(room, rootId) });
  }

  private tellMember(room: ModelRoom, ...facts: Fact[]) {
    if (room.members.has(ada.id)) this.tell(...facts);
  }

  private tell(...facts: Fact[]) {
    this.tellOthers(undefined, ...facts);
  }

  private tellOthers(by: Device | undefined, ...facts: Fact[]) {
    for (const device of this.devices) if (device !== by) device(...facts);
  }
}

/** What a reaction or a pin changes; undefined when it is so already. */
const changeTo = (
  before: Message,
  name: string,
  emoji: string,
  userId: string,
): Partial<Message> | undefined => {
  if (name === 'message:pin') return before.pinnedAt === null ? { pinnedAt: AT } : undefined;
  if (name === 'message:unpin') return before.pinnedAt === null ? undefined : { pinnedAt: null };
  const others = before.reactions.filter((reaction) => reaction.emoji !== emoji);
  const userIds = before.reactions.find((reaction) => reaction.emoji === emoji)?.userIds ?? [];
  if (userIds.includes(userId) === (name === 'reaction:add')) return undefined;
  const after = name === 'reaction:add' ? [...userIds, userId] : userIds.filter((id) => id !== userId);
  return { reactions: after.length > 0 ? [...others, { emoji, userIds: after }] : others };
};
