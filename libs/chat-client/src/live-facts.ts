import { SMALL_ROOM_MEMBERS, type Message, type Room, type User } from '@parley/shared-types';
import type { ChatParts } from './chat-parts.js';
import type { Fact } from './connection/fact.js';
import { applyPresence } from './presence/presence-cache.js';
import { roomChangeOf } from './timeline/room-change.js';

const REFETCH_RETRY_MS = 1_000;

/** Who is seen with these messages. */
const namedIn = (messages: readonly Message[]) =>
  messages.flatMap(({ senderId, mentions }) => [senderId, ...mentions]);

/** Brings every fact to the parts that it concerns, and makes everything right again with each new connection. */
export class LiveFacts {
  /** Rises with every connection, so that work for an earlier one ends. */
  private connections = 0;

  constructor(private readonly parts: ChatParts) {}

  receive(fact: Fact) {
    const { cache, rooms, timelines, threads, follows, lists, people, typingPeople, learn } = this.parts;
    if (fact.name === 'session:ready') this.connected(fact.payload.user);
    rooms.receive(fact);
    const located = roomChangeOf(fact);
    if (located) {
      timelines.receive(located.roomId, located.change);
      threads.receive(located.roomId, located.change);
    }
    follows.receive(fact);

    switch (fact.name) {
      case 'message:created': {
        const { roomId, messages } = fact.payload;
        for (const message of messages) this.parts.outbox.confirm(message);
        const senderIds = messages.map((message) => message.senderId);
        typingPeople.sent(roomId, senderIds);
        people.need(namedIn([...messages, ...fact.payload.quoted]));
        this.delivered(cache.rooms.find((room) => room.id === roomId));
        if (messages.some(({ threadRootId }) => threadRootId !== null)) lists.threadsMoved();
        break;
      }
      case 'thread:updated':
        lists.threadsMoved();
        break;
      case 'message:updated':
      case 'message:deleted':
        lists.changed(fact.payload);
        people.need(namedIn([fact.payload]));
        break;
      case 'room:created':
      case 'room:updated':
        lists.roomsMoved();
        learn(fact.payload.members);
        this.delivered(fact.payload);
        break;
      case 'room:removed':
        this.forget(fact.payload.roomId);
        break;
      case 'member:joined':
        learn([fact.payload.user]);
        break;
      case 'user:updated':
        learn([fact.payload]);
        break;
      case 'blocks:updated':
        this.parts.blocks.receive(fact.payload.userIds);
        break;
      case 'typing:updated':
        typingPeople.update(fact.payload);
        people.need(fact.payload.userIds);
        break;
      case 'presence:updated':
        cache.users = applyPresence(cache.users, fact.payload.users);
        break;
    }
  }

  forget(roomId: string) {
    const { timelines, threads, reads, deliveries } = this.parts;
    timelines.forget(roomId);
    threads.forgetRoom(roomId);
    reads.forget(roomId);
    deliveries.forget(roomId);
  }

  private connected(user: User) {
    const { cache, connection, keeper, learn } = this.parts;
    // The cookie is another person's now: nothing of this person may be sent or shown in that name.
    if (cache.me && cache.me.id !== user.id) return connection.signOut();
    cache.me = user;
    learn([user]);
    void keeper.start(user.id);
    this.connections += 1;
    void this.makeRight(this.connections);
  }

  private async makeRight(connectionNumber: number) {
    const { cache, connection, rooms, timelines, threads, outbox, people, learn } = this.parts;
    const knownBefore = Object.keys(cache.users);
    if (cache.me) void outbox.load(cache.me.id);
    this.parts.uploads.resume();
    outbox.resume();
    this.parts.threadReads.resume();
    this.parts.deliveries.resume();
    timelines.catchUpAll();
    threads.catchUpAll();
    void this.parts.follows.refetch();
    void this.parts.blocks.refetch();
    this.parts.lists.refresh();

    while (connection.isReady && connectionNumber === this.connections) {
      try {
        const list = await rooms.refetch();
        const members = list.flatMap((room) => room.members);
        learn(members);
        for (const room of list) this.delivered(room);
        // Only now it is known whether they were moved back meanwhile.
        this.parts.reads.resume();
        this.refreshOthers(knownBefore, members);
        if (connectionNumber === this.connections) connection.markOnline();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, REFETCH_RETRY_MS));
      }
    }
    people.stop();
  }

  /** Presence is told live only: who was known before and did not come with the rooms is asked for again. */
  private refreshOthers(knownBefore: string[], fresh: readonly User[]) {
    if (this.connections === 1) return;
    const covered = new Set(fresh.map((user) => user.id));
    const others = knownBefore.filter((userId) => !covered.has(userId));
    if (others.length > 0) this.parts.people.refresh(others);
  }

  /** Large rooms have no receipts, so nothing is told there. */
  private delivered(room: Room | undefined) {
    if (!room?.me || room.kind === 'channel' || room.memberCount > SMALL_ROOM_MEMBERS) return;
    if (room.me.deliveredSeq < room.lastSeq) this.parts.deliveries.move(room.id, room.lastSeq);
  }
}
