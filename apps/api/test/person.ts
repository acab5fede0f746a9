import { randomUUID } from 'node:crypto';
import type {
  CommandData,
  CommandInput,
  CommandName,
  FactName,
  FactPayload,
  Message,
  ReadResult,
  Room,
  RouteArguments,
  RouteData,
  RouteName,
  routes,
  User,
} from '@parley/shared-types';
import type { Line } from './line.js';
import { callRoute, http, type Answer } from './rest.js';
import { until } from './until.js';

type RoomLike = { id: string };

/** Somebody with a session and a socket, and what people do. Every answer is checked against the contract. */
export class Person {
  constructor(
    readonly server: { url: string },
    readonly user: User,
    readonly token: string,
    readonly line: Line,
  ) {}

  get id(): string {
    return this.user.id;
  }

  /** Over REST. @throws Refusal */
  calls<Name extends RouteName>(
    name: Name,
    given: RouteArguments<(typeof routes)[Name]>,
  ): Promise<RouteData<(typeof routes)[Name]>> {
    return callRoute(this.server.url, this.token, name, given);
  }

  /** Over the socket. @throws Refusal */
  asks<Name extends CommandName>(name: Name, payload: CommandInput<Name>): Promise<CommandData<Name>> {
    return this.line.ask(name, payload);
  }

  /** Any address below `/api/v1`, the answer as it comes. */
  get(path: string): Promise<Answer> {
    return http(this.server.url, 'GET', path, { token: this.token });
  }

  post(path: string, body: unknown): Promise<Answer> {
    return http(this.server.url, 'POST', path, { token: this.token, body });
  }

  says(room: RoomLike, body: string, clientId: string = randomUUID()): Promise<Message> {
    return this.asks('message:send', { roomId: room.id, clientId, body });
  }

  posts(room: RoomLike, body: string, clientId: string = randomUUID()): Promise<Message> {
    return this.calls('postMessage', { roomId: room.id, clientId, body });
  }

  /** In the thread that begins with this message. */
  answers(root: Message, body: string, clientId: string = randomUUID()): Promise<Message> {
    return this.asks('message:send', { roomId: root.roomId, threadRootId: root.id, clientId, body });
  }

  /** The message, once this person's socket has been told of it. */
  hears(body: string): Promise<Message> {
    const { ears } = this.line;
    const told = () => ears.of('message:created').flatMap(({ messages }) => messages);
    return until(`"${body}"`, () => told().find((message) => message.body === body));
  }

  /** The first such fact, told already or still to come. */
  isTold<Name extends FactName>(
    name: Name,
    fits?: (payload: FactPayload<Name>) => boolean,
  ): Promise<FactPayload<Name>> {
    return this.line.ears.first(name, fits);
  }

  opens(other: Person): Promise<Room> {
    return this.asks('room:direct', { userId: other.id });
  }

  creates(kind: 'group' | 'channel', name: string, ...members: Person[]): Promise<Room> {
    return this.asks('room:create', { kind, name, memberIds: members.map(({ id }) => id) });
  }

  joins(room: RoomLike): Promise<Room> {
    return this.asks('room:join', { roomId: room.id });
  }

  leaves(room: RoomLike): Promise<{ roomId: string }> {
    return this.asks('room:leave', { roomId: room.id });
  }

  removes(other: Person, room: RoomLike): Promise<{ roomId: string; userId: string }> {
    return this.calls('removeMember', { roomId: room.id, userId: other.id });
  }

  reads(room: RoomLike, seq: number): Promise<ReadResult> {
    return this.asks('room:read', { roomId: room.id, seq });
  }

  /** The room as it is to this person now. */
  sees(room: RoomLike): Promise<Room> {
    return this.calls('room', { roomId: room.id });
  }

  /** All that is stored in a room, read page by page. */
  async historyOf(room: RoomLike): Promise<Message[]> {
    const all: Message[] = [];
    for (;;) {
      const after = all.at(-1)?.seq ?? 0;
      const page = await this.calls('messages', { roomId: room.id, after, limit: 200 });
      all.push(...page.items);
      if (!page.hasAfter) return all;
    }
  }
}
