import * as z from 'zod/mini';
import { addressOf, type RouteName } from './addresses.js';
import {
  AdminUpdateUser,
  AdminUser,
  AdminUserPage,
  AdminUsersQuery,
  CreateUser,
  SetRole,
  UserWithCodes,
} from './admin.js';
import { Attachment, AttachmentPath, DescribeAttachment, UploadRules } from './attachments.js';
import { AuditPage, AuditQuery } from './audit.js';
import {
  ExternalLogin,
  Login,
  LoginResult,
  MakeRecoveryCodes,
  MyCredentials,
  NewRecoveryCodes,
  SessionList,
  SessionPath,
  SetPassword,
  SignInRules,
} from './auth.js';
import { BlockList } from './blocks.js';
import {
  DeadLetterCount,
  DeadLetterPage,
  DeadLetterPath,
  DeadLettersQuery,
  ReplayDeadLetters,
} from './dead-letters.js';
import {
  AddMembers,
  Member,
  MemberPage,
  MemberPath,
  MembersQuery,
  UpdateMember,
  UpdateMyMembership,
} from './members.js';
import {
  ChangesQuery,
  EditBody,
  Message,
  MessagePage,
  MessagePath,
  PageQuery,
  PinList,
  PostMessage,
  ReactionPath,
} from './messages.js';
import { MarkRead, MarkUnread, ReadResult } from './receipts.js';
import { Report, ReportBody, ReportPage, ReportPath, ReportsQuery } from './reports.js';
import {
  CreateRoom,
  DiscoverRooms,
  OpenDirect,
  Room,
  RoomChanges,
  RoomPage,
  RoomPath,
  RoomsQuery,
  UpdateRoom,
} from './rooms.js';
import { SearchPage, SearchQuery } from './search.js';
import { MarkThreadRead, ThreadList, ThreadPage, ThreadQuery, ThreadsQuery, ThreadState } from './threads.js';
import { FindUsers, UpdateMe, User, UserPage, UserPath } from './users.js';

type Schema = z.core.$ZodType;
type Parts = { path?: Schema; query?: Schema; body?: Schema; data?: Schema };
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One REST call. Without `data` the answer is 204 and empty. */
export type Route<P extends Parts = Parts> = P & {
  method: Method;
  url: string;
  summary: string;
  /** Callers need a session unless this says otherwise: nobody needs one; an admin's; the operator's tool alone. */
  access?: 'public' | 'admin' | 'operator';
  status?: 201;
};

const route = <P extends Parts>(
  name: RouteName,
  summary: string,
  rest: P & Pick<Route, 'access' | 'status'>,
) => ({ ...addressOf(name), summary, ...rest }) as Route<P>;

/** What every REST call takes and answers. */
export const routes = {
  signInRules: route('signInRules', 'How one signs in here', { data: SignInRules, access: 'public' }),
  login: route('login', 'Sign in; a new name makes a new account, where the mode allows it', {
    body: Login,
    data: LoginResult,
    access: 'public',
  }),
  externalLogin: route('externalLogin', 'Sign in with a token of another system', {
    body: ExternalLogin,
    data: LoginResult,
    access: 'public',
  }),
  logout: route('logout', 'End this session', {}),
  me: route('me', 'Who I am', { data: User }),
  sessions: route('sessions', 'My signed-in devices', { data: SessionList }),
  endOtherSessions: route('endOtherSessions', 'Sign all my other devices out', {}),
  endSession: route('endSession', 'Sign a device of mine out', {
    path: SessionPath,
  }),
  credentials: route('credentials', 'What keeps my name mine', { data: MyCredentials }),
  setPassword: route('setPassword', 'Set or change my password; a new session, the others end', {
    body: SetPassword,
    data: LoginResult,
  }),
  makeRecoveryCodes: route('makeRecoveryCodes', 'New recovery codes; the old ones open nothing any more', {
    body: MakeRecoveryCodes,
    data: NewRecoveryCodes,
  }),

  findUsers: route('findUsers', 'People by part of their name, or by id', {
    query: FindUsers,
    data: UserPage,
  }),
  user: route('user', 'One person', { path: UserPath, data: User }),
  updateMe: route('updateMe', 'Change my display name or status', { body: UpdateMe, data: User }),
  blocks: route('blocks', 'Whom I block', { data: BlockList }),
  block: route('block', 'Block somebody', { path: UserPath }),
  unblock: route('unblock', 'Stop blocking somebody', { path: UserPath }),
  reportUser: route('reportUser', 'Tell the admins of a person', { path: UserPath, body: ReportBody }),

  rooms: route('rooms', 'My rooms, latest activity first', { query: RoomsQuery, data: RoomPage }),
  discoverRooms: route('discoverRooms', 'Channels', { query: DiscoverRooms, data: RoomPage }),
  createRoom: route('createRoom', 'Create a group or a channel', {
    body: CreateRoom,
    data: Room,
    status: 201,
  }),
  openDirect: route('openDirect', 'The one room of this pair', { body: OpenDirect, data: Room }),
  room: route('room', 'One room', { path: RoomPath, data: Room }),
  updateRoom: route('updateRoom', 'Rename a room, set its topic, or bring it back from the archive', {
    path: RoomPath,
    body: UpdateRoom,
    data: Room,
  }),
  archiveRoom: route('archiveRoom', 'Archive a room', { path: RoomPath, data: Room }),
  joinRoom: route('joinRoom', 'Join a channel', { path: RoomPath, data: Room }),
  leaveRoom: route('leaveRoom', 'Leave a room', { path: RoomPath, data: RoomPath }),

  members: route('members', 'Who is in a room', {
    path: RoomPath,
    query: MembersQuery,
    data: MemberPage,
  }),
  addMembers: route('addMembers', 'Bring people into a room', {
    path: RoomPath,
    body: AddMembers,
    data: Room,
  }),
  updateMember: route('updateMember', "Change a member's role", {
    path: MemberPath,
    body: UpdateMember,
    data: Member,
  }),
  removeMember: route('removeMember', 'Remove a member', {
    path: MemberPath,
    data: MemberPath,
  }),
  updateMyMembership: route('updateMyMembership', 'My settings of a room', {
    path: RoomPath,
    body: UpdateMyMembership,
    data: Room,
  }),

  uploadRules: route('uploadRules', 'How large files may be', { data: UploadRules }),
  describeUpload: route('describeUpload', 'Say what a picture of mine shows, before it is posted', {
    path: AttachmentPath,
    body: DescribeAttachment,
    data: Attachment,
  }),
  removeUpload: route('removeUpload', 'Take back a file that I have not posted', { path: AttachmentPath }),

  messages: route('messages', 'A page of messages', {
    path: RoomPath,
    query: PageQuery,
    data: MessagePage,
  }),
  postMessage: route('postMessage', 'Send; 200 with the first one for a repeated clientId', {
    path: RoomPath,
    body: PostMessage,
    data: Message,
    status: 201,
  }),
  changes: route('changes', 'All that changed after a version', {
    path: RoomPath,
    query: ChangesQuery,
    data: RoomChanges,
  }),

  message: route('message', 'One message', { path: MessagePath, data: Message }),
  editMessage: route('editMessage', 'Change my message', {
    path: MessagePath,
    body: EditBody,
    data: Message,
  }),
  deleteMessage: route('deleteMessage', 'Delete my message, or one in a room that I moderate', {
    path: MessagePath,
    data: Message,
  }),
  addReaction: route('addReaction', 'React with an emoji', { path: ReactionPath, data: Message }),
  removeReaction: route('removeReaction', 'Take a reaction of mine back', {
    path: ReactionPath,
    data: Message,
  }),
  pinMessage: route('pinMessage', 'Pin a message', { path: MessagePath, data: Message }),
  unpinMessage: route('unpinMessage', 'Unpin a message', { path: MessagePath, data: Message }),
  pins: route('pins', 'The pinned messages of a room', { path: RoomPath, data: PinList }),
  reportMessage: route('reportMessage', 'Tell the admins of a message', {
    path: MessagePath,
    body: ReportBody,
  }),

  thread: route('thread', 'The replies of a thread, ascending; the latest unless asked otherwise', {
    path: MessagePath,
    query: ThreadQuery,
    data: ThreadPage,
  }),
  readThread: route('readThread', 'Move my read pointer of a thread forward', {
    path: MessagePath,
    body: MarkThreadRead,
    data: ThreadState,
  }),
  followThread: route('followThread', 'Follow a thread', { path: MessagePath, data: ThreadState }),
  unfollowThread: route('unfollowThread', 'Stop following a thread', {
    path: MessagePath,
    data: ThreadState,
  }),
  threads: route('threads', 'The threads that I follow, latest reply first', {
    query: ThreadsQuery,
    data: ThreadList,
  }),

  markRead: route('markRead', 'Move my read pointer forward', {
    path: RoomPath,
    body: MarkRead,
    data: ReadResult,
  }),
  markUnread: route('markUnread', 'Move my read pointer back to before a message', {
    path: RoomPath,
    body: MarkUnread,
    data: ReadResult,
  }),

  search: route('search', 'Messages in my rooms, latest first', { query: SearchQuery, data: SearchPage }),

  adminUsers: route('adminUsers', 'Everyone, also those who were deactivated', {
    query: AdminUsersQuery,
    data: AdminUserPage,
    access: 'admin',
  }),
  adminCreateUser: route('adminCreateUser', 'Make an account, and codes that open it', {
    body: CreateUser,
    data: UserWithCodes,
    status: 201,
    access: 'operator',
  }),
  adminUpdateUser: route('adminUpdateUser', 'Rename, deactivate or bring back a person', {
    path: UserPath,
    body: AdminUpdateUser,
    data: AdminUser,
    access: 'admin',
  }),
  adminSetRole: route('adminSetRole', 'Make somebody an admin, or no longer one', {
    path: UserPath,
    body: SetRole,
    data: AdminUser,
    access: 'operator',
  }),
  adminResetUser: route('adminResetUser', 'Take the password of a name away, and give codes that open it', {
    path: UserPath,
    data: UserWithCodes,
    access: 'operator',
  }),
  adminEndSessions: route('adminEndSessions', 'Sign a person out everywhere', {
    path: UserPath,
    access: 'admin',
  }),
  adminRemoveMessage: route('adminRemoveMessage', 'Remove a message anywhere', {
    path: MessagePath,
    data: Message,
    access: 'admin',
  }),
  adminReports: route('adminReports', 'What people reported', {
    query: ReportsQuery,
    data: ReportPage,
    access: 'admin',
  }),
  adminResolveReport: route('adminResolveReport', 'Say that a report is dealt with', {
    path: ReportPath,
    data: Report,
    access: 'admin',
  }),
  adminAudit: route('adminAudit', 'Who did what to whom, latest first', {
    query: AuditQuery,
    data: AuditPage,
    access: 'admin',
  }),
  adminDeadLetters: route('adminDeadLetters', 'Work that was given up, latest first', {
    query: DeadLettersQuery,
    data: DeadLetterPage,
    access: 'admin',
  }),
  adminReplayDeadLetters: route('adminReplayDeadLetters', 'Have all that was given up done again', {
    body: ReplayDeadLetters,
    data: DeadLetterCount,
    access: 'admin',
  }),
  adminReplayDeadLetter: route('adminReplayDeadLetter', 'Have it done again', {
    path: DeadLetterPath,
    access: 'admin',
  }),
  adminDiscardDeadLetter: route('adminDiscardDeadLetter', 'Give it up for good', {
    path: DeadLetterPath,
    access: 'admin',
  }),
} satisfies Record<RouteName, Route>;

type OutputOf<S> = S extends Schema ? z.output<S> : unknown;
type InputOf<S> = S extends Schema ? z.input<S> : unknown;
type Merge<P, Q, B> = { [Key in keyof (P & Q & B)]: (P & Q & B)[Key] };

/** What a route's handler gets: path, query and body in one object, validated. */
export type RouteInput<R extends Route> = Merge<
  OutputOf<R['path']>,
  OutputOf<R['query']>,
  OutputOf<R['body']>
>;
/** What a caller passes: the same before validation. */
export type RouteArguments<R extends Route> = Merge<
  InputOf<R['path']>,
  InputOf<R['query']>,
  InputOf<R['body']>
>;
export type RouteData<R extends Route> = R['data'] extends Schema ? z.output<R['data']> : void;
