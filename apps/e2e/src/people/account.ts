import { randomUUID } from 'node:crypto';
import type { Message, Room, RouteArguments, RouteData, RouteName, routes, User } from '@parley/shared-types';
import { call } from './rest.js';

/** Somebody's account, used without a browser: to prepare what a test is not about. */
export class Account {
  private constructor(
    readonly url: string,
    readonly user: User,
    readonly token: string,
  ) {}

  static async of(url: string, username: string): Promise<Account> {
    const { user, token } = await call(url, undefined, 'login', { username });
    return new Account(url, user, token);
  }

  get id(): string {
    return this.user.id;
  }

  /** @throws Error with the problem that was answered */
  calls<Name extends RouteName>(
    name: Name,
    given: RouteArguments<(typeof routes)[Name]>,
  ): Promise<RouteData<(typeof routes)[Name]>> {
    return call(this.url, this.token, name, given);
  }

  posts(room: { id: string }, body: string): Promise<Message> {
    return this.calls('postMessage', { roomId: room.id, clientId: randomUUID(), body });
  }

  /** One after the other: "note 1", "note 2" … */
  async postsNotes(room: { id: string }, count: number): Promise<void> {
    for (let n = 1; n <= count; n += 1) await this.posts(room, `note ${n}`);
  }

  creates(kind: 'group' | 'channel', name: string, ...members: { id: string }[]): Promise<Room> {
    return this.calls('createRoom', { kind, name, memberIds: members.map(({ id }) => id) });
  }

  opens(other: { id: string }): Promise<Room> {
    return this.calls('openDirect', { userId: other.id });
  }

  /** The channel that everyone is a member of. */
  async general(): Promise<Room> {
    const { items } = await this.calls('rooms', {});
    const general = items.find(({ name }) => name === 'general');
    if (!general) throw new Error('there is no general');
    return general;
  }

  /** The bodies of all that is stored in a room, in order. */
  async bodiesIn(room: { id: string }): Promise<string[]> {
    const bodies: string[] = [];
    let after = 0;
    for (;;) {
      const page = await this.calls('messages', { roomId: room.id, after, limit: 200 });
      bodies.push(...page.items.map(({ body }) => body));
      after = page.items.at(-1)?.seq ?? after;
      if (!page.hasAfter) return bodies;
    }
  }
}
