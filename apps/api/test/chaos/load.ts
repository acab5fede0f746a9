import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Room } from '@parley/shared-types';
import { callRoute } from '../rest.js';
import { until } from '../until.js';
import type { Story } from './checker.js';
import { Device } from './device.js';
import type { Place } from './node.js';
import type { Random } from './random.js';
import { RestSender } from './rest-sender.js';
import type { Sender } from './sender.js';
import { signIn, type Session } from './sign-in.js';
import { SocketSender } from './socket-sender.js';
import { messagesInFile, messagesOverRest, type Stored } from './stored.js';

type RoomName = 'general' | 'harbour' | 'pair';
type Rooms = Record<RoomName, string>;

/** Three people on sockets and over REST, in rooms they share, all writing at once and all listening. */
export class Load {
  private constructor(
    private readonly node: Place,
    private readonly members: Map<string, Session>,
    readonly devices: Device[],
    private readonly bots: RestSender[],
    readonly senders: Sender[],
  ) {}

  /** Signs everyone in and opens the rooms; nobody writes before `start`. `window`: as in `SocketSender`. */
  static async on(node: Place, random: Random, window?: number): Promise<Load> {
    const [ada, grace, linus] = await Promise.all(
      ['ada', 'grace', 'linus'].map((name) => signIn(node, name)),
    );
    const rooms = await openRooms(node, ada!, grace!, linus!);
    const device = (owner: Session, kind: string, names: RoomName[]) =>
      new Device(node, owner, `${owner.user.username}'s ${kind}`, of(rooms, names));
    const overSocket = (from: Device, names: RoomName[]) =>
      new SocketSender(from, of(rooms, names), random, window);
    const overRest = (owner: Session, names: RoomName[]) =>
      new RestSender(node, owner, `${owner.user.username}'s bot`, of(rooms, names), random);

    const phone = device(ada!, 'phone', ['general', 'harbour', 'pair']);
    const laptop = device(ada!, 'laptop', ['general', 'harbour', 'pair']);
    const tablet = device(grace!, 'tablet', ['general', 'harbour', 'pair']);
    const desk = device(linus!, 'desk', ['general', 'harbour']);
    const bots = [overRest(linus!, ['general', 'harbour']), overRest(ada!, ['pair', 'general'])];
    const senders = [
      ...bots,
      overSocket(phone, ['general', 'harbour', 'pair']),
      overSocket(laptop, ['general', 'pair']),
      overSocket(tablet, ['harbour', 'pair']),
      overSocket(desk, ['general', 'harbour']),
    ];
    const members = new Map([rooms.general, rooms.harbour, rooms.pair].map((roomId) => [roomId, grace!]));
    return new Load(node, members, [phone, laptop, tablet, desk], bots, senders);
  }

  start(): void {
    for (const sender of this.senders) sender.start();
  }

  /** The node has said that it is not ready: those who come without a socket have been told. */
  forewarn(): void {
    for (const bot of this.bots) bot.isForewarned = true;
  }

  async isOnline(): Promise<void> {
    await until('every device to be online', () => this.devices.every((device) => device.isOnline));
  }

  /** Nobody writes anything new; settles when all that was written is acked and all devices have caught up. */
  async finish(): Promise<void> {
    for (const sender of this.senders) sender.stop();
    const unsettled = () => this.senders.filter((sender) => !sender.isSettled).map((sender) => sender.name);
    await until(
      () => `acks for ${unsettled().join(', ')}, refused with ${[...new Set(this.refusals)].join(', ')}`,
      () => unsettled().length === 0,
    );

    for (const [roomId, member] of this.members) {
      const { version } = await callRoute(this.node.url, member.token, 'room', { roomId });
      const behind = () =>
        this.#listeningIn(roomId).filter((device) => device.timeline(roomId)!.version < version);
      await until(
        () => `${behind().map((device) => device.name)} to catch up`,
        () => behind().length === 0,
      );
    }
  }

  get ackedCount(): number {
    return this.senders.reduce((sum, sender) => sum + sender.log.acked.length, 0);
  }

  /** Settles on the heels of the next ack, or of the next message that a device is told of. */
  async next(what: 'ack' | 'fact'): Promise<void> {
    const heard = () => this.devices.reduce((sum, device) => sum + device.heard.length, 0);
    const count = () => (what === 'ack' ? this.ackedCount : heard());
    for (const before = count(); count() === before;) await nextTurn();
  }

  get refusals(): string[] {
    return this.senders.flatMap((sender) => sender.log.refused);
  }

  /** What everyone knows, with what the server says it has. */
  async storyOverRest(): Promise<Story> {
    const stored: Stored[] = [];
    for (const [roomId, member] of this.members) {
      stored.push(...(await messagesOverRest(this.node, member.token, roomId)));
    }
    return this.#story(stored);
  }

  /** What everyone knows, with what the database file has. */
  async storyInFile(file: string): Promise<Story> {
    return this.#story(await messagesInFile(file));
  }

  #story(stored: Stored[]): Story {
    return {
      sent: this.senders.flatMap((sender) => sender.log.sent),
      acked: this.senders.flatMap((sender) => sender.log.acked),
      stored,
      heard: this.devices.flatMap(({ name, heard }) => heard.map((fact) => ({ device: name, ...fact }))),
      held: [...this.members.keys()].flatMap((roomId) =>
        this.#listeningIn(roomId).map((device) => ({
          device: device.name,
          roomId,
          messages: device.timeline(roomId)!.messages,
        })),
      ),
    };
  }

  #listeningIn(roomId: string): Device[] {
    return this.devices.filter((device) => device.timeline(roomId));
  }
}

const of = (rooms: Rooms, names: RoomName[]) => names.map((name) => rooms[name]);

async function openRooms(node: Place, ada: Session, grace: Session, linus: Session): Promise<Rooms> {
  const isGeneral = (room: Room) => room.name === 'general';
  const mine = await callRoute(node.url, ada.token, 'rooms', {});
  const memberIds = [grace.user.id, linus.user.id];
  const group = { kind: 'group' as const, name: 'harbour', memberIds };
  const harbour = await callRoute(node.url, ada.token, 'createRoom', group);
  const pair = await callRoute(node.url, ada.token, 'openDirect', { userId: grace.user.id });
  return { general: mine.items.find(isGeneral)!.id, harbour: harbour.id, pair: pair.id };
}
