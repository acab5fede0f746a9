import { randomUUID } from 'node:crypto';
import type { CommandInput, CommandName, RouteArguments, RouteName, routes } from '@parley/shared-types';
import { signIn } from '../people.js';
import { externalToken } from '../external-token.js';
import { deadLetter } from '../dead-letter.js';
import { callRoute } from '../rest.js';
import { uploadsText } from '../uploading.js';
import type { Scene } from './scene.js';

type Case<Arguments> = (scene: Scene) => Arguments | Promise<Arguments>;

const another = ({ ada, grace }: Scene) => ada.creates('group', 'short-lived', grace);
const onFirst = ({ said }: Scene) => ({ messageId: said.group.id });
const onNew = async ({ ada, group }: Scene) => ({ messageId: (await ada.says(group, 'short-lived')).id });
const PASSWORD = 'a kettle of fish';
const message = (body: string) => ({ clientId: randomUUID(), body });

/** Somebody new each time, with a password: what they do to themselves spoils nothing for others. */
const passer = async ({ server }: Scene): Promise<string> => {
  const username = `linus-${randomUUID().slice(0, 8)}`;
  return (await callRoute(server.url, undefined, 'login', { username, password: PASSWORD })).token;
};

/** An account of its own for what admins and the operator do to people. */
const account = async ({ server }: Scene): Promise<{ userId: string }> => {
  const { user } = await callRoute(server.url, await server.operatorToken(), 'adminCreateUser', newName());
  return { userId: user.id };
};
const newName = () => ({ username: `linus-${randomUUID().slice(0, 8)}` });

/** Who calls a route, by token, where that is not Ada, an admin or the operator. */
export const routeCallers: { [Name in RouteName]?: (scene: Scene) => string | Promise<string> } = {
  reportMessage: ({ grace }) => grace.token,
  endOtherSessions: passer,
  setPassword: passer,
  makeRecoveryCodes: passer,
};

/** What Ada may ask of every route: a route without a row does not compile. */
export const routeCases: { [Name in RouteName]: Case<RouteArguments<(typeof routes)[Name]>> } = {
  signInRules: () => ({}),
  login: () => ({ username: 'ada' }),
  externalLogin: () => externalToken({ sub: 'grace-elsewhere', name: 'Grace' }).then((token) => ({ token })),
  logout: () => ({}),
  me: () => ({}),
  sessions: () => ({}),
  endOtherSessions: () => ({}),
  credentials: () => ({}),
  setPassword: () => ({ current: PASSWORD, password: 'a basket of eggs' }),
  makeRecoveryCodes: () => ({ current: PASSWORD }),
  endSession: async ({ server }) => {
    const device = await signIn(server, 'ada');
    const { items } = await device.calls('sessions', {});
    return { sessionId: items.find(({ current }) => current)!.id };
  },

  findUsers: () => ({ query: 'gra', limit: 10 }),
  user: ({ grace }) => ({ userId: grace.id }),
  updateMe: () => ({ displayName: 'Ada L.', status: 'online' as const }),
  blocks: () => ({}),
  block: ({ linus }) => ({ userId: linus.id }),
  unblock: ({ linus }) => ({ userId: linus.id }),
  reportUser: ({ grace }) => ({ userId: grace.id, reason: 'rude' }),

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

  uploadRules: () => ({}),
  describeUpload: async ({ ada }) => ({ attachmentId: (await uploadsText(ada)).id, alt: 'a list' }),
  removeUpload: async ({ ada }) => ({ attachmentId: (await uploadsText(ada)).id }),

  messages: ({ group }) => ({ roomId: group.id, before: 9, limit: 5 }),
  postMessage: ({ group }) => ({ roomId: group.id, ...message('posted') }),
  changes: ({ group }) => ({ roomId: group.id, since: 0, limit: 5 }),

  message: onFirst,
  editMessage: (scene) => ({ ...onFirst(scene), body: 'edited' }),
  deleteMessage: onNew,
  addReaction: (scene) => ({ ...onFirst(scene), emoji: '👍' }),
  removeReaction: (scene) => ({ ...onFirst(scene), emoji: '👍' }),
  pinMessage: onFirst,
  unpinMessage: onFirst,
  pins: ({ group }) => ({ roomId: group.id }),
  reportMessage: (scene) => ({ ...onFirst(scene), reason: 'rude' }),

  thread: (scene) => ({ ...onFirst(scene), before: 9, limit: 5 }),
  readThread: (scene) => ({ ...onFirst(scene), seq: 1 }),
  followThread: onFirst,
  unfollowThread: onFirst,
  threads: () => ({ unread: 'true' as const, limit: 5 }),

  markRead: ({ group }) => ({ roomId: group.id, seq: 1 }),
  markUnread: ({ group }) => ({ roomId: group.id, seq: 1 }),

  search: ({ group }) => ({ q: 'first', roomId: group.id, limit: 5 }),

  adminUsers: () => ({ query: 'gra', limit: 5 }),
  adminCreateUser: newName,
  adminUpdateUser: async (scene) => ({
    ...(await account(scene)),
    ...newName(),
    displayName: 'Linus',
    deactivated: true,
  }),
  adminSetRole: async (scene) => ({ ...(await account(scene)), role: 'admin' as const }),
  adminResetUser: account,
  adminEndSessions: account,
  adminRemoveMessage: onNew,
  adminReports: () => ({ state: 'open' as const, limit: 5 }),
  adminResolveReport: async ({ grace, linus, admin }) => {
    await grace.calls('reportUser', { userId: linus.id, reason: 'rude' });
    const { items } = await admin.calls('adminReports', { limit: 1 });
    return { reportId: items[0]!.id };
  },
  adminAudit: ({ ada }) => ({ userId: ada.id, action: 'member.added' as const, limit: 5 }),
  adminDeadLetters: () => ({ topic: 'files.removed', limit: 5 }),
  adminReplayDeadLetters: () => ({ topic: 'files.removed' }),
  adminReplayDeadLetter: ({ server }) => deadLetter(server),
  adminDiscardDeadLetter: ({ server }) => deadLetter(server),
};

/** The same for every socket command. */
export const commandCases: { [Name in CommandName]: Case<CommandInput<Name>> } = {
  'message:send': ({ group }) => ({ roomId: group.id, ...message('sent') }),
  'message:edit': (scene) => ({ ...onFirst(scene), body: 'edited' }),
  'message:delete': onNew,
  'message:pin': onFirst,
  'message:unpin': onFirst,
  'reaction:add': (scene) => ({ ...onFirst(scene), emoji: '👍' }),
  'reaction:remove': (scene) => ({ ...onFirst(scene), emoji: '👍' }),
  'thread:read': (scene) => ({ ...onFirst(scene), seq: 1 }),
  'room:direct': ({ grace }) => ({ userId: grace.id }),
  'room:create': ({ grace }) => ({ kind: 'channel', name: 'new', memberIds: [grace.id] }),
  'room:join': ({ channel }) => ({ roomId: channel.id }),
  'room:leave': async (scene) => ({ roomId: (await another(scene)).id }),
  'room:history': ({ group }) => ({ roomId: group.id, around: 1, limit: 5 }),
  'room:changes': ({ group }) => ({ roomId: group.id, since: 0, limit: 5 }),
  'room:read': ({ group }) => ({ roomId: group.id, seq: 1 }),
  'room:unread': ({ group }) => ({ roomId: group.id, seq: 1 }),
  'room:delivered': ({ group }) => ({ roomId: group.id, seq: 1 }),
  'typing:start': ({ group }) => ({ roomId: group.id }),
  'typing:stop': ({ group }) => ({ roomId: group.id }),
  'presence:set': () => ({ status: 'away' }),
};

/** What those outside a channel may do to it; all else is forbidden to them. */
export const OPEN_TO_ALL = new Set<string>(['room', 'members', 'joinRoom', 'room:join'] satisfies (
  RouteName | CommandName
)[]);
