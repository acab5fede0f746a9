import { jest } from '@jest/globals';
import type { Chat } from '../chat.js';
import { assembleChat } from '../create-chat.js';
import { memoryOutboxStore } from '../messages/outbox-store.js';
import { ModelNetwork } from './model-network.js';
import type { ModelRoom } from './model-room.js';
import { ModelServer } from './model-server.js';
import { ada, everyone, grace, linus } from './people.js';
import { seededRandom, type Random } from './random.js';

type Action = (room: ModelRoom) => unknown;

/** Ada's client on a model server, both acting at random. The same seed gives the same history. Needs fake timers. */
export class RandomHistory {
  readonly random: Random;
  readonly server = new ModelServer();
  readonly network: ModelNetwork;
  readonly chat: Chat;
  /** What ada wrote, by room, in order. */
  readonly written = new Map<string, string[]>();
  private count = 0;

  constructor(seed: number) {
    this.random = seededRandom(seed);
    this.network = new ModelNetwork(this.server, this.random);
    for (let size = this.random.below(40), number = 0; number < 2; number += 1) {
      const room = this.server.openRoom([ada.id, grace.id, ...(this.random.chance(0.5) ? [linus.id] : [])]);
      for (let index = 0; index < size; index += 1) this.server.say(room, [this.draft(room)]);
    }
    this.chat = assembleChat({
      origin: 'http://model',
      outbox: memoryOutboxStore(),
      openSocket: this.network.openSocket,
      fetch: this.network.fetch,
      random: this.random.next,
    });
    this.chat.start();
  }

  async run(steps: number) {
    for (let step = 0; step < steps; step += 1) {
      const room = this.random.pick([...this.server.rooms.values()])!;
      this.random.pick(this.random.chance(0.5) ? this.serverActions : this.clientActions)!(room);
      for (let moves = this.random.below(5); moves > 0; moves -= 1) this.network.step();
      await jest.advanceTimersByTimeAsync(this.random.pick([0, 0, 10, 150, 600])!);
    }
  }

  /**
   * The connection stays, everything under way arrives, and all that was waiting is done. A last message in every
   * room shows what was lost before it.
   */
  async settle() {
    this.network.trouble = 0;
    this.network.loss = 0;
    for (const room of this.server.rooms.values()) this.server.say(room, [this.draft(room)]);
    for (let quiet = 0; quiet < 8; quiet = this.network.isIdle ? quiet + 1 : 0) {
      for (let step = 0; step < 200 && !this.network.isIdle; step += 1) {
        this.network.step();
        await jest.advanceTimersByTimeAsync(0);
      }
      await jest.advanceTimersByTimeAsync(5_000);
    }
  }

  private readonly serverActions: Action[] = [
    (room) =>
      this.server.say(
        room,
        Array.from({ length: 1 + this.random.below(3) }, () => this.draft(room)),
      ),
    (room) => this.server.say(room, [this.draft(room)]),
    (room) =>
      room.lastSeq > 0 &&
      this.server.edit(room, 1 + this.random.below(room.lastSeq), `edited ${this.count++}`),
    (room) => room.lastSeq > 0 && this.server.delete(room, 1 + this.random.below(room.lastSeq)),
    (room) => this.server.rename(room, `name ${this.count++}`),
    (room) => this.server.join(room, this.random.chance(0.5) ? [linus] : everyone),
    (room) => this.server.leave(room, this.random.chance(0.3) ? ada.id : linus.id),
    (room) => this.server.read(room, this.random.pick([ada, grace])!.id, { readSeq: this.random.below(50) }),
    () => this.server.rooms.size < 4 && this.server.openRoom([ada.id, linus.id]),
  ];

  private readonly clientActions: Action[] = [
    (room) => this.attempt(this.chat.openRoom(room.id)),
    (room) => this.attempt(this.chat.loadOlder(room.id)),
    (room) => this.attempt(this.chat.loadNewer(room.id)),
    (room) => this.attempt(this.chat.loadLatest(room.id)),
    (room) => this.attempt(this.chat.loadAround(room.id, 1 + this.random.below(50))),
    (room) => this.chat.markRead(room.id, this.random.below(50)),
    (room) => this.write(room),
    () => this.random.chance(0.3) && this.network.cut(),
    () => (this.network.trouble = this.random.chance(0.3) ? 0.3 : 0),
    () => (this.network.loss = this.random.chance(0.3) ? 0.2 : 0),
  ];

  private write(room: ModelRoom) {
    if (!this.chat.me || !this.chat.room(room.id)) return;
    const clientId = this.chat.send(room.id, `ada ${this.count++}`);
    this.written.set(room.id, [...(this.written.get(room.id) ?? []), clientId]);
  }

  private draft(room: ModelRoom) {
    // From ada, too: she has another device.
    const others = [grace, linus, ada].filter((user) => room.members.has(user.id));
    const sender = this.random.pick(others) ?? grace;
    return { senderId: sender.id, body: `message ${this.count}`, clientId: `other-device-${this.count++}` };
  }

  /** Calls fail while the connection is lost; that is not what is tested here. */
  private attempt(call: Promise<void>) {
    call.catch(() => undefined);
  }
}
