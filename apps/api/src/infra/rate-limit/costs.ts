import { routes, type CommandName, type Route, type RouteName } from '@parley/shared-types';
import { fileRoutes } from '../http/file-routes.js';

/**
 * What is counted together: what people say, per person (RATE_LIMIT_MESSAGES); signing in, per address
 * (RATE_LIMIT_LOGIN); everything else per person, or per address where nobody is signed in (RATE_LIMIT_HTTP).
 */
export type Budget = 'messages' | 'logins' | 'requests';

/** From which budget, and how many points, to a tenth. */
export type Cost = readonly [Budget, number];

const FREQUENT: Cost = ['requests', 0.1];
const LIGHT: Cost = ['requests', 0.5];
const USUAL: Cost = ['requests', 1];
/** Looks through much, or is told to many. */
const HEAVY: Cost = ['requests', 5];
/** Adds rows for many people, or hashes a password. */
const HEAVIEST: Cost = ['requests', 10];

const SAYING: Cost = ['messages', 1];
const MARKING: Cost = ['messages', 0.5];

/** Five messages a second, each with the rest of a command's kind, stay below every default. */
export const COMMAND_COSTS: Record<CommandName, Cost> = {
  'message:send': SAYING,
  'message:edit': SAYING,
  'message:delete': SAYING,
  'message:pin': SAYING,
  'message:unpin': SAYING,
  'reaction:add': MARKING,
  'reaction:remove': MARKING,

  'typing:start': FREQUENT,
  'typing:stop': FREQUENT,
  'room:read': FREQUENT,
  'room:delivered': FREQUENT,
  'thread:read': FREQUENT,
  'room:unread': LIGHT,
  'room:history': LIGHT,
  'room:changes': LIGHT,
  'presence:set': USUAL,

  'room:direct': HEAVY,
  'room:join': HEAVY,
  'room:leave': HEAVY,
  'room:create': HEAVIEST,
};

/** Packets that are no command of the contract, calls that nobody serves, and handshakes that are refused. */
export const OTHER: Cost = USUAL;

/** After an outage a whole house comes back at once, from one address. */
export const HANDSHAKE: Cost = FREQUENT;

export const ROUTE_COSTS: Record<RouteName, Cost> = {
  signInRules: FREQUENT,
  login: ['logins', 1],
  externalLogin: ['logins', 1],
  logout: USUAL,
  me: LIGHT,
  sessions: USUAL,
  endOtherSessions: HEAVY,
  endSession: USUAL,
  credentials: USUAL,
  setPassword: HEAVIEST,
  makeRecoveryCodes: HEAVIEST,

  findUsers: USUAL,
  user: LIGHT,
  updateMe: HEAVY,
  blocks: USUAL,
  block: USUAL,
  unblock: USUAL,
  reportUser: HEAVY,

  rooms: USUAL,
  discoverRooms: USUAL,
  createRoom: HEAVIEST,
  openDirect: HEAVY,
  room: LIGHT,
  updateRoom: HEAVY,
  archiveRoom: HEAVY,
  joinRoom: HEAVY,
  leaveRoom: HEAVY,

  members: USUAL,
  addMembers: HEAVIEST,
  updateMember: HEAVY,
  removeMember: HEAVY,
  updateMyMembership: USUAL,

  uploadRules: FREQUENT,
  describeUpload: USUAL,
  removeUpload: USUAL,

  messages: LIGHT,
  postMessage: SAYING,
  changes: LIGHT,
  message: LIGHT,
  editMessage: SAYING,
  deleteMessage: SAYING,
  addReaction: MARKING,
  removeReaction: MARKING,
  pinMessage: SAYING,
  unpinMessage: SAYING,
  pins: LIGHT,
  reportMessage: HEAVY,

  thread: LIGHT,
  readThread: FREQUENT,
  followThread: USUAL,
  unfollowThread: USUAL,
  threads: USUAL,

  markRead: FREQUENT,
  markUnread: LIGHT,

  search: HEAVY,

  adminUsers: USUAL,
  adminCreateUser: USUAL,
  adminUpdateUser: USUAL,
  adminSetRole: USUAL,
  adminResetUser: USUAL,
  adminEndSessions: USUAL,
  adminRemoveMessage: USUAL,
  adminReports: USUAL,
  adminResolveReport: USUAL,
  adminAudit: USUAL,
  adminDeadLetters: USUAL,
  adminReplayDeadLetters: USUAL,
  adminReplayDeadLetter: USUAL,
  adminDiscardDeadLetter: USUAL,
};

/** A page of a gallery asks for dozens of them. */
const FILE_COSTS: Record<keyof typeof fileRoutes, Cost> = {
  upload: HEAVY,
  thumbnail: FREQUENT,
  file: FREQUENT,
};

const costs = new Map(Object.entries(COMMAND_COSTS));
const costsOfRoutes = new Map<Route, Cost>([
  ...(Object.keys(routes) as RouteName[]).map((name) => [routes[name], ROUTE_COSTS[name]] as const),
  ...(Object.keys(fileRoutes) as (keyof typeof fileRoutes)[]).map(
    (name) => [fileRoutes[name], FILE_COSTS[name]] as const,
  ),
]);

/** By any name that a client may send. */
export const costOfCommand = (name: string): Cost => costs.get(name) ?? OTHER;
export const costOfRoute = (route: Route): Cost => costsOfRoutes.get(route) ?? OTHER;
