import type { CommandPayload, ErrorCode, Receipt } from '@parley/shared-types';
import type { Fact } from '../connection/fact.js';
import { ModelRoom } from './model-room.js';
import { ada } from './people.js';

/** A refusal, as an ack or a problem carries it. */
export class Refused extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

/** A whole Parley in memory, as ada meets it: what happens in it comes out as the facts that she is told. */
export class ModelServer {
  readonly rooms = new Map<string, ModelRoom>();
  /** Where facts for ada go; those told together arrive together. */
  tell: (...facts: Fact[]) => void = () => {};

  openRoom(memberIds: string[]): ModelRoom {
    const id = `00000000-0000-7000-9000-${String(this.rooms.size + 1).padStart(12, '0')}`;
    const room = new ModelRoom(id, memberIds);
    this.rooms.set(id, room);
    this.tellMember(room, { name: 'room:created', payload: room.view(ada.id) });
    return room;
  }

  /** One commit: all its messages come in one fact. */
  say(room: ModelRoom, drafts: { senderId: string; body: string; clientId: string }[]) {
    const messages = drafts.map(({ senderId, body, clientId }) => room.say(senderId, body, clientId));
    const payload = { roomId: room.id, version: room.version, messages };
    this.tellMember(room, { name: 'message:created', payload });
    return messages;
  }

  edit(room: ModelRoom, seq: number, body: string) {
    const payload = room.change(seq, { body, editedAt: '2026-02-01T00:00:00.000Z' });
    this.tellMember(room, { name: 'message:updated', payload });
  }

  delete(room: ModelRoom, seq: number) {
    const payload = room.change(seq, { body: '', deletedAt: '2026-02-01T00:00:00.000Z' });
    this.tellMember(room, { name: 'message:deleted', payload });
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
    if (userId === ada.id) this.tell({ name: 'room:removed', payload: { roomId: room.id } });
    this.tellMember(room, {
      name: 'member:left',
      payload: { roomId: room.id, userId, version: room.version },
    });
  }

  read(room: ModelRoom, userId: string, to: Partial<Receipt>) {
    const receipt = room.move(userId, to);
    if (!receipt) return;
    this.tellMember(room, { name: 'receipt:updated', payload: { roomId: room.id, receipts: [receipt] } });
    const { readSeq } = receipt;
    const payload = { roomId: room.id, readSeq, unreadCount: room.lastSeq - readSeq, mentionCount: 0 };
    if (userId === ada.id) this.tellMember(room, { name: 'unread:updated', payload });
  }

  /** Ada's room, or a refusal. */
  roomOfAda(roomId: string): ModelRoom {
    const room = this.rooms.get(roomId);
    if (!room?.members.has(ada.id)) throw new Refused('not_found');
    return room;
  }

  /** Stores what ada sent, once per client id. */
  send({ roomId, clientId, body }: CommandPayload<'message:send'>) {
    const room = this.roomOfAda(roomId);
    const known = room.messages.find((message) => message.clientId === clientId);
    return known ?? this.say(room, [{ senderId: ada.id, body, clientId }])[0]!;
  }

  private tellMember(room: ModelRoom, ...facts: Fact[]) {
    if (room.members.has(ada.id)) this.tell(...facts);
  }
}
