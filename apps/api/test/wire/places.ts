import { randomUUID } from 'node:crypto';
import type { Message, Room, RoomKind } from '@parley/shared-types';
import { signIn } from '../people.js';
import type { Person } from '../person.js';
import { callRoute } from '../rest.js';
import type { Scene } from './scene.js';

/** Who stands how to a room. The admin of the server is in none. */
export type Cast = {
  owner: Person;
  moderator: Person;
  member: Person;
  former: Person;
  stranger: Person;
  admin: Person;
  /** Wrote what is said there, and is a member. */
  author: Person;
  /** Whom members bring in. */
  guest: Person;
};

export type Place = { room: Room; said: Message };

export async function castOf({ server, ada, grace, linus, admin }: Scene): Promise<Cast> {
  const [former, stranger, author, guest] = (await Promise.all(
    ['former', 'stranger', 'author', 'guest'].map((name) => signIn(server, `linus-${name}`)),
  )) as [Person, Person, Person, Person];
  return { owner: ada, moderator: grace, member: linus, former, stranger, admin, author, guest };
}

/** A room of that kind in which everyone stands as they are called; a direct one is the member's and the author's. */
export async function placeOf(kind: RoomKind, cast: Cast): Promise<Place> {
  const { owner, moderator, member, former, author } = cast;
  if (kind === 'direct') {
    const room = await member.opens(author);
    return { room, said: await author.says(room, 'said') };
  }
  const room = await owner.creates(kind, 'roles', moderator, member, former, author);
  const role = { roomId: room.id, userId: moderator.id, role: 'moderator' as const };
  await Promise.all([owner.calls('updateMember', role), former.leaves(room)]);
  return { room, said: await author.says(room, 'said') };
}

type Given = Record<string, unknown>;

/** Arguments that are good elsewhere, turned to this place and its people. */
export function at({ room, said }: Place, { author, guest }: Cast, given: Given): Given {
  return {
    ...given,
    ...('roomId' in given && { roomId: room.id }),
    ...('messageId' in given && { messageId: said.id }),
    ...('roomId' in given && 'userId' in given && { userId: author.id }),
    ...('userIds' in given && { userIds: [guest.id] }),
    ...('clientId' in given && { clientId: randomUUID() }),
  };
}

/** The same for what is no room's: people whom nobody knows yet. */
export async function amongStrangers({ server }: Scene, given: Given): Promise<Given> {
  if (!('userId' in given)) return given;
  const username = `linus-${randomUUID().slice(0, 8)}`;
  return { ...given, userId: (await callRoute(server.url, undefined, 'login', { username })).user.id };
}
