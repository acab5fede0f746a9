import { randomUUID } from 'node:crypto';
import type { CommandInput, CommandName, RouteArguments, RouteName, routes } from '@parley/shared-types';
import { signIn } from '../people.js';
import type { Scene } from './scene.js';

type Case<Arguments> = (scene: Scene) => Arguments | Promise<Arguments>;

const another = ({ ada, grace }: Scene) => ada.creates('group', 'short-lived', grace);
const message = (body: string) => ({ clientId: randomUUID(), body });

/** What Ada may ask of every route: a route without a row does not compile. */
export const routeCases: { [Name in RouteName]: Case<RouteArguments<(typeof routes)[Name]>> } = {
  login: () => ({ username: 'ada' }),
  logout: () => ({}),
  me: () => ({}),
  sessions: () => ({}),
  endSession: async ({ server }) => {
    const device = await signIn(server, 'ada');
    const { items } = await device.calls('sessions', {});
    return { sessionId: items.find(({ current }) => current)!.id };
  },

  findUsers: () => ({ query: 'gra', limit: 10 }),
  user: ({ grace }) => ({ userId: grace.id }),
  updateMe: () => ({ displayName: 'Ada L.', status: 'online' as const }),

  rooms: () => ({ limit: 2 }),
  discoverRooms: () => ({ query: 'eng', limit: 2 }),
  createRoom: ({ grace }) => ({ kind: 'group' as const, name: 'new', topic: 'news', memberIds: [grace.id] }),
  openDirect: ({ grace }) => ({ userId: grace.id }),
  room: ({ group }) => ({ roomId: group.id }),
  updateRoom: ({ group }) => ({ roomId: group.id, name: 'compilers', topic: '' }),
  archiveRoom: async (scene) => ({ roomId: (await another(scene)).id }),
  joinRoom: ({ channel }) => ({ roomId: channel.id }),
  leaveRoom: async (scene) => ({ roomId: (await another(scene)).id }),

  members: ({ group }) => ({ roomId: group.id, limit: 1 }),
  addMembers: ({ group, grace }) => ({ roomId: group.id, userIds: [grace.id] }),
  updateMember: ({ group, grace }) => ({ roomId: group.id, userId: grace.id, role: 'moderator' as const }),
  removeMember: async (scene) => ({ roomId: (await another(scene)).id, userId: scene.grace.id }),
  updateMyMembership: ({ group }) => ({ roomId: group.id, notify: 'mentions' as const }),

  messages: ({ group }) => ({ roomId: group.id, before: 9, limit: 5 }),
  postMessage: ({ group }) => ({ roomId: group.id, ...message('posted') }),
  changes: ({ group }) => ({ roomId: group.id, since: 0, limit: 5 }),
  markRead: ({ group }) => ({ roomId: group.id, seq: 1 }),
};

/** The same for every socket command. */
export const commandCases: { [Name in CommandName]: Case<CommandInput<Name>> } = {
  'message:send': ({ group }) => ({ roomId: group.id, ...message('sent') }),
  'room:direct': ({ grace }) => ({ userId: grace.id }),
  'room:create': ({ grace }) => ({ kind: 'channel', name: 'new', memberIds: [grace.id] }),
  'room:join': ({ channel }) => ({ roomId: channel.id }),
  'room:leave': async (scene) => ({ roomId: (await another(scene)).id }),
  'room:history': ({ group }) => ({ roomId: group.id, around: 1, limit: 5 }),
  'room:changes': ({ group }) => ({ roomId: group.id, since: 0, limit: 5 }),
  'room:read': ({ group }) => ({ roomId: group.id, seq: 1 }),
  'room:delivered': ({ group }) => ({ roomId: group.id, seq: 1 }),
  'typing:start': ({ group }) => ({ roomId: group.id }),
  'typing:stop': ({ group }) => ({ roomId: group.id }),
  'presence:set': () => ({ status: 'away' }),
};

/** What those outside a channel may do to it; all else is forbidden to them. */
export const OPEN_TO_ALL = new Set<string>(['room', 'members', 'joinRoom', 'room:join'] satisfies (
  RouteName | CommandName
)[]);
