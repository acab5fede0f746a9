import { jest } from '@jest/globals';
import type { Message } from '@parley/shared-types';
import { keys } from '../cache.js';
import type { Chat, Refusal } from '../chat.js';
import { assembleChat } from '../create-chat.js';
import type { OutboxEntry } from '../messages/outbox-entry.js';
import { memoryOutboxStore } from '../messages/outbox-store.js';
import { ModelNetwork } from './model-network.js';
import type { Draft, ModelRoom } from './model-room.js';
import { ModelServer } from './model-server.js';
import { ada, everyone, grace, linus } from './people.js';
import { seededRandom, type Random } from './random.js';

type Action = (room: ModelRoom) => unknown;

const EMOJI = ['👍', '🎉'];

/** One of ada's devices: a client and its way to the server. */
export class Device {
  readonly chat: Chat;
  readonly network: ModelNetwork;
  readonly refusals: Refusal[] = [];

  constructor(server: ModelServer, random: Random) {
    this.network = new ModelNetwork(server, random);
    this.chat = assembleChat({
      origin: 'http://model',
      outbox: memoryOutboxStore(),
      openSocket: this.network.openSocket,
      fetch: this.network.fetch,
      random: random.next,
    });
    this.chat.onRefused((refusal) => this.refusals.push(refusal));
    this.chat.start();
  }

  /** My changes that are not confirmed. */
  changes() {
    const entries = this.chat.queryClient.getQueryData<OutboxEntry[]>(keys.outbox) ?? [];
    return entries.filter(({ action }) => action !== 'send');
  }
}

/**
 * Ada's devices on a model server, all acting at random. The same seed gives the same history. Needs fake timers.
 */
export class RandomHistory {
  readonly random: Random;
  readonly server = new ModelServer();
  readonly devices: Device[];
  /** What ada wrote, by room, in order. */
  readonly written = new Map<string, string[]>();
  /** Which reactions of hers ada wanted last, by message and emoji. */
  readonly wanted = new Map<string, { message: Message; emoji: string; isOn: boolean }>();
  private count = 0;

  constructor(seed: number, devices = 1) {
    this.random = seededRandom(seed);
    for (let size = this.random.below(40), number = 0; number < 2; number += 1) {
      const room = this.server.openRoom([ada.id, grace.id, ...(this.random.chance(0.5) ? [linus.id] : [])]);
      for (let index = 0; index < size; index += 1) this.server.say(room, [this.draft(room)]);
    }
    this.devices = Array.from({ length: devices }, () => new Device(this.server, this.random));
  }

  async run(steps: number) {
    for (let step = 0; step < steps; step += 1) {
      const room = this.random.pick([...this.server.rooms.values()])!;
      if (this.random.chance(0.5)) this.random.pick(this.serverActions)!(room);
      else this.clientAction(this.random.pick(this.devices)!)(room);
      for (const { network } of this.devices) {
        for (let moves = this.random.below(5); moves > 0; moves -= 1) network.step();
      }
      await jest.advanceTimersByTimeAsync(this.random.pick([0, 0, 10, 150, 600])!);
    }
  }

  /**
   * The connections stay, everything under way arrives, and all that was waiting is done. A last message in every
   * room shows what was lost before it.
   */
  async settle() {
    for (const { network } of this.devices) {
      network.isAsleep = false;
      network.trouble = 0;
      network.loss = 0;
    }
    for (const room of this.server.rooms.values()) this.server.say(room, [this.draft(room)]);
    const isIdle = () => this.devices.every(({ network }) => network.isIdle);
    for (let quiet = 0; quiet < 8; quiet = isIdle() ? quiet + 1 : 0) {
      for (let step = 0; step < 200 && !isIdle(); step += 1) {
        for (const { network } of this.devices) network.step();
        await jest.advanceTimersByTimeAsync(0);
      }
      await jest.advanceTimersByTimeAsync(5_000);
    }
  }

  stop() {
    for (const { chat } of this.devices) chat.stop();
  }

  private readonly serverActions: Action[] = [
    (room) =>
      this.server.say(
        room,
        Array.from({ length: 1 + this.random.below(3) }, () => this.draft(room)),
      ),
    (room) => this.server.say(room, [this.draft(room)]),
    (room) => this.atSome(room, ({ seq }) => this.server.edit(room, seq, this.words('edited'))),
    (room) => this.atSome(room, ({ seq }) => this.server.delete(room, seq)),
    (room) =>
      this.atSome(room, ({ seq }) =>
        this.server.react(room, seq, grace.id, this.emoji(), this.random.chance(0.7)),
      ),
    (room) => this.server.rename(room, `name ${this.count++}`),
    (room) => this.server.join(room, this.random.chance(0.5) ? [linus] : everyone),
    (room) => this.server.leave(room, this.random.chance(0.3) ? ada.id : linus.id),
    (room) => this.server.read(room, grace.id, { readSeq: this.random.below(50) }),
    (room) => room.members.has(ada.id) && this.server.read(room, ada.id, { readSeq: this.random.below(50) }),
    () => this.server.rooms.size < 4 && this.server.openRoom([ada.id, linus.id]),
  ];

  private clientAction({ chat, network }: Device): Action {
    const actions: Action[] = [
      (room) => this.attempt(chat.openRoom(room.id)),
      (room) => this.attempt(chat.loadOlder(room.id)),
      (room) => this.attempt(chat.loadNewer(room.id)),
      (room) => this.attempt(chat.loadLatest(room.id)),
      (room) => this.attempt(chat.loadAround(room.id, 1 + this.random.below(50))),
      (room) => chat.markRead(room.id, this.random.below(50)),
      (room) => this.attempt(chat.markUnread(room.id, 1 + this.random.below(50))),
      (room) => this.write(chat, room),
      (room) => this.write(chat, room),
      (room) => this.atKnown(chat, room, (message) => this.react(chat, message)),
      (room) => this.atKnown(chat, room, (message) => this.react(chat, message)),
      (room) => this.atKnown(chat, room, (message) => chat.pin(message, this.random.chance(0.5))),
      (room) => this.atKnown(chat, room, (message) => chat.edit(message, this.words('changed'))),
      (room) => this.random.chance(0.3) && this.atKnown(chat, room, (message) => chat.remove(message)),
      (room) => this.atRoot(room, ({ id }) => this.attempt(chat.openThread(room.id, id))),
      (room) => this.atRoot(room, ({ id }) => this.attempt(chat.loadOlderReplies(id))),
      (room) => this.atRoot(room, ({ id }) => chat.markThreadRead(id, this.random.below(room.lastSeq + 1))),
      (room) => this.atRoot(room, ({ id }) => this.attempt(chat.followThread(id, this.random.chance(0.6)))),
      () => this.random.chance(0.3) && network.cut(),
      () => (network.trouble = this.random.chance(0.3) ? 0.3 : 0),
      () => (network.loss = this.random.chance(0.3) ? 0.2 : 0),
    ];
    return this.random.pick(actions)!;
  }

  private write(chat: Chat, room: ModelRoom) {
    if (!chat.me || !chat.room(room.id)) return;
    const clientId = chat.send(room.id, this.words('ada'), this.place(room));
    this.written.set(room.id, [...(this.written.get(room.id) ?? []), clientId]);
  }

  private react(chat: Chat, message: Message) {
    const [emoji, isOn] = [this.emoji(), this.random.chance(0.6)];
    chat.react(message, emoji, isOn);
    this.wanted.set(`${message.id} ${emoji}`, { message, emoji, isOn });
  }

  /** A message somewhere in the room: perhaps a reply, perhaps in a thread. */
  private draft(room: ModelRoom): Draft {
    // From ada, too: she has another device.
    const others = [grace, linus, ada].filter((user) => room.members.has(user.id));
    const sender = this.random.pick(others) ?? grace;
    const clientId = `other-device-${this.count}`;
    return { senderId: sender.id, body: this.words('message'), clientId, ...this.place(room) };
  }

  private place(room: ModelRoom) {
    const some = room.messages.length > 0 && this.random.chance(0.4);
    const root = this.rootOf(room);
    const isRoot = root?.threadRootId === null;
    return some && this.random.chance(0.5)
      ? { replyToId: this.random.pick(room.messages)!.id }
      : some && isRoot
        ? { threadRootId: root.id }
        : {};
  }

  private words(prefix: string) {
    const calls = ['', '', '', '', ' @ada', ' @room'];
    return `${prefix} ${this.count++}${this.random.pick(calls)}`;
  }

  private emoji() {
    return this.random.pick(EMOJI)!;
  }

  /** Few of them, so that threads grow. */
  private rootOf(room: ModelRoom) {
    return room.messages[this.random.below(3)];
  }

  private atRoot(room: ModelRoom, act: (root: Message) => unknown) {
    const root = this.rootOf(room);
    if (root && root.threadRootId === null) act(root);
  }

  private atSome(room: ModelRoom, act: (message: Message) => unknown) {
    const message = this.random.pick(room.messages);
    if (message) act(message);
  }

  private atKnown(chat: Chat, room: ModelRoom, act: (message: Message) => unknown) {
    const message = this.random.pick(chat.timeline(room.id)?.messages ?? []);
    if (message && chat.me) act(message);
  }

  /** Calls fail while the connection is lost; that is not what is tested here. */
  private attempt(call: Promise<unknown>) {
    call.catch(() => undefined);
  }
}
