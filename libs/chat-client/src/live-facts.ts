import { SMALL_ROOM_MEMBERS, type Room, type User } from '@parley/shared-types';
import type { ChatParts } from './chat-parts.js';
import type { Fact } from './connection/fact.js';
import { applyPresence } from './presence/presence-cache.js';
import { roomChangeOf } from './timeline/room-change.js';

const REFETCH_RETRY_MS = 1_000;

/** Brings every fact to the parts that it concerns, and makes everything right again with each new connection. */
export class LiveFacts {
  /** Rises with every connection, so that work for an earlier one ends. */
  private connections = 0;

  constructor(private readonly parts: ChatParts) {}

  receive(fact: Fact) {
    const { cache, rooms, timelines, people, typingPeople, learn } = this.parts;
    if (fact.name === 'session:ready') this.connected(fact.payload.user);
    rooms.receive(fact);
    const located = roomChangeOf(fact);
    if (located) timelines.receive(located.roomId, located.change);

    switch (fact.name) {
      case 'message:created': {
        const { roomId, messages } = fact.payload;
        for (const message of messages) this.parts.outbox.confirm(message);
        const senderIds = messages.map((message) => message.senderId);
        typingPeople.sent(roomId, senderIds);
        people.need(senderIds);
        this.delivered(cache.rooms.find((room) => room.id === roomId));
        break;
      }
      case 'room:created':
      case 'room:updated':
        learn(fact.payload.members);
        this.delivered(fact.payload);
        break;
      case 'room:removed':
        this.forget(fact.payload.roomId);
        break;
      case 'member:joined':
        learn([fact.payload.user]);
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
    const { timelines, reads, deliveries } = this.parts;
    timelines.forget(roomId);
    reads.forget(roomId);
    deliveries.forget(roomId);
  }

  private connected(user: User) {
    const { cache, connection, learn } = this.parts;
    // The cookie is another person's now: nothing of this person may be sent or shown in that name.
    if (cache.me && cache.me.id !== user.id) return connection.signOut();
    cache.me = user;
    learn([user]);
    this.connections += 1;
    void this.makeRight(this.connections);
  }

  private async makeRight(connectionNumber: number) {
    const { cache, connection, rooms, timelines, outbox, reads, deliveries, people, learn } = this.parts;
    const knownBefore = Object.keys(cache.users);
    if (cache.me) void outbox.load(cache.me.id);
    outbox.resume();
    reads.resume();
    deliveries.resume();
    timelines.catchUpAll();

    while (connection.isReady && connectionNumber === this.connections) {
      try {
        const list = await rooms.refetch();
        const members = list.flatMap((room) => room.members);
        learn(members);
        for (const room of list) this.delivered(room);
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
