import type { CommandName, ErrorCode, RouteName } from '@parley/shared-types';
import type { Cast } from './places.js';

export type Outcome = 'ok' | ErrorCode;

/** What owner, moderator and member of a group or channel get. */
type Insiders = readonly [owner: Outcome, moderator: Outcome, member: Outcome];

/**
 * What somebody gets in a room: its insiders, a member of a direct room, and those outside a channel, be they never or
 * no longer in it. Those outside a group or a direct room always get `not_found`.
 */
export type InRoom = { inside: Insiders; direct: Outcome; outsideChannel: Outcome };

/**
 * Who may call it: `everybody`, also without a session; `people`, whoever is signed in; `own`, as people, but only for
 * what is the owner's own here and unknown to the others; `few`, neither of them.
 */
export type Anywhere = 'everybody' | 'people' | 'own' | 'few';
export type Right = Anywhere | InRoom;

const ok = 'ok';
const no = 'forbidden';

const inRoom = (inside: Insiders, rest: Partial<InRoom> = {}): InRoom => ({
  inside,
  direct: inside[2],
  outsideChannel: no,
  ...rest,
});

/** Whoever is in a room. */
const members = inRoom([ok, ok, ok]);
/** Anyone may look at a channel, and come in. */
const visitors = inRoom([ok, ok, ok], { outsideChannel: ok });
/** A direct room is always the same two people. */
const membersTogether = inRoom([ok, ok, ok], { direct: no });
const moderators = inRoom([ok, ok, no]);
const owner = inRoom([ok, no, no]);
/** Also what only the author of a message may, who is somebody else here. */
const nobody = inRoom([no, no, no]);

/** Who may call what: a route without a row does not compile. */
export const ROUTE_RIGHTS: Record<RouteName, Right> = {
  signInRules: 'everybody',
  login: 'everybody',
  externalLogin: 'everybody',
  logout: 'people',
  me: 'people',
  sessions: 'people',
  endOtherSessions: 'people',
  endSession: 'own',
  credentials: 'people',
  setPassword: 'people',
  makeRecoveryCodes: 'people',

  findUsers: 'people',
  user: 'people',
  updateMe: 'people',
  blocks: 'people',
  block: 'people',
  unblock: 'people',
  reportUser: 'people',

  rooms: 'people',
  discoverRooms: 'people',
  createRoom: 'people',
  openDirect: 'people',
  room: visitors,
  updateRoom: moderators,
  archiveRoom: owner,
  joinRoom: visitors,
  leaveRoom: membersTogether,

  members: visitors,
  addMembers: membersTogether,
  updateMember: owner,
  removeMember: moderators,
  updateMyMembership: members,

  uploadRules: 'people',
  describeUpload: 'own',
  removeUpload: 'own',

  messages: members,
  postMessage: members,
  changes: members,

  message: members,
  editMessage: nobody,
  deleteMessage: moderators,
  addReaction: members,
  removeReaction: members,
  pinMessage: members,
  unpinMessage: members,
  pins: members,
  reportMessage: members,

  thread: members,
  readThread: members,
  followThread: members,
  unfollowThread: members,
  threads: 'people',

  markRead: members,
  markUnread: members,

  search: members,

  adminUsers: 'few',
  adminCreateUser: 'few',
  adminUpdateUser: 'few',
  adminSetRole: 'few',
  adminResetUser: 'few',
  adminEndSessions: 'few',
  adminRemoveMessage: 'few',
  adminReports: 'few',
  adminResolveReport: 'few',
  adminAudit: 'few',
  adminDeadLetters: 'few',
  adminReplayDeadLetters: 'few',
  adminReplayDeadLetter: 'few',
  adminDiscardDeadLetter: 'few',
};

/** The same over the socket, which nobody has without a session. */
export const COMMAND_RIGHTS: Record<CommandName, Exclude<Right, 'everybody' | 'few'>> = {
  'message:send': members,
  'message:edit': nobody,
  'message:delete': moderators,
  'message:pin': members,
  'message:unpin': members,
  'reaction:add': members,
  'reaction:remove': members,
  'thread:read': members,
  'room:direct': 'people',
  'room:create': 'people',
  'room:join': visitors,
  'room:leave': membersTogether,
  'room:history': members,
  'room:changes': members,
  'room:read': members,
  'room:unread': members,
  'room:delivered': members,
  'typing:start': members,
  'typing:stop': members,
  'presence:set': 'people',
};

/** What one route does in several ways: with what, and who may. */
export const WAYS: {
  way: string;
  name: RouteName;
  given: (cast: Cast) => Record<string, unknown>;
  right: InRoom;
}[] = [
  { way: 'rename the room', name: 'updateRoom', given: () => ({ name: 'x' }), right: moderators },
  { way: 'set the topic', name: 'updateRoom', given: () => ({ topic: 'x' }), right: moderators },
  { way: 'restore the room', name: 'updateRoom', given: () => ({ archived: false }), right: owner },
  { way: 'star the room', name: 'updateMyMembership', given: () => ({ starred: true }), right: members },
  {
    way: 'remove a moderator',
    name: 'removeMember',
    given: ({ moderator }) => ({ userId: moderator.id }),
    right: owner,
  },
  {
    way: 'remove the owner',
    name: 'removeMember',
    given: (cast) => ({ userId: cast.owner.id }),
    right: nobody,
  },
  {
    way: 'give the room away',
    name: 'updateMember',
    given: ({ author }) => ({ userId: author.id, role: 'owner' }),
    right: owner,
  },
  {
    way: 'give the owner another role',
    name: 'updateMember',
    given: (cast) => ({ userId: cast.owner.id, role: 'member' }),
    right: nobody,
  },
];

/** What leaves nothing to do for the next who tries it in the same room, or makes them somebody else there. */
export const SPOILS = new Set<RouteName | CommandName>([
  'archiveRoom',
  'joinRoom',
  'leaveRoom',
  'updateMember',
  'removeMember',
  'deleteMessage',
  'message:delete',
  'room:join',
  'room:leave',
]);
