import * as z from 'zod/mini';
import { addressOf, type RouteName } from './addresses.js';
import { Login, LoginResult, SessionList, SessionPath } from './auth.js';
import {
  AddMembers,
  Member,
  MemberPage,
  MemberPath,
  MembersQuery,
  UpdateMember,
  UpdateMyMembership,
} from './members.js';
import { ChangesQuery, Message, MessagePage, PageQuery, PostMessage } from './messages.js';
import { MarkRead, ReadResult } from './receipts.js';
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
import { FindUsers, UpdateMe, User, UserPage, UserPath } from './users.js';

type Schema = z.core.$ZodType;
type Parts = { path?: Schema; query?: Schema; body?: Schema; data?: Schema };
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** One REST call. Without `data` the answer is 204 and empty. */
export type Route<P extends Parts = Parts> = P & {
  method: Method;
  url: string;
  summary: string;
  /** Callers need a session unless this says otherwise. */
  access?: 'public';
  status?: 201;
};

const route = <P extends Parts>(
  name: RouteName,
  summary: string,
  rest: P & Pick<Route, 'access' | 'status'>,
) => ({ ...addressOf(name), summary, ...rest }) as Route<P>;

/** What every REST call takes and answers. */
export const routes = {
  login: route('login', 'Sign in; a new name makes a new account', {
    body: Login,
    data: LoginResult,
    access: 'public',
  }),
  logout: route('logout', 'End this session', {}),
  me: route('me', 'Who I am', { data: User }),
  sessions: route('sessions', 'My signed-in devices', { data: SessionList }),
  endSession: route('endSession', 'Sign a device of mine out', {
    path: SessionPath,
  }),

  findUsers: route('findUsers', 'People by part of their name, or by id', {
    query: FindUsers,
    data: UserPage,
  }),
  user: route('user', 'One person', { path: UserPath, data: User }),
  updateMe: route('updateMe', 'Change my display name or status', { body: UpdateMe, data: User }),

  rooms: route('rooms', 'My rooms, latest activity first', { query: RoomsQuery, data: RoomPage }),
  discoverRooms: route('discoverRooms', 'Channels', { query: DiscoverRooms, data: RoomPage }),
  createRoom: route('createRoom', 'Create a group or a channel', {
    body: CreateRoom,
    data: Room,
    status: 201,
  }),
  openDirect: route('openDirect', 'The one room of this pair', { body: OpenDirect, data: Room }),
  room: route('room', 'One room', { path: RoomPath, data: Room }),
  updateRoom: route('updateRoom', 'Rename a room or set its topic', {
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
  markRead: route('markRead', 'Move my read pointer forward', {
    path: RoomPath,
    body: MarkRead,
    data: ReadResult,
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
