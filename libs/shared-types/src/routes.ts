import * as z from 'zod/mini';
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
  method: Method,
  url: string,
  summary: string,
  rest: P & Pick<Route, 'access' | 'status'>,
) => ({ method, url, summary, ...rest }) as Route<P>;

/** Every REST call below `/api/v1`. Paths write parameters as `:name`. */
export const routes = {
  login: route('POST', '/auth/login', 'Sign in; a new name makes a new account', {
    body: Login,
    data: LoginResult,
    access: 'public',
  }),
  logout: route('POST', '/auth/logout', 'End this session', {}),
  me: route('GET', '/auth/me', 'Who I am', { data: User }),
  sessions: route('GET', '/auth/sessions', 'My signed-in devices', { data: SessionList }),
  endSession: route('DELETE', '/auth/sessions/:sessionId', 'Sign a device of mine out', {
    path: SessionPath,
  }),

  findUsers: route('GET', '/users', 'People by part of their name, or by id', {
    query: FindUsers,
    data: UserPage,
  }),
  user: route('GET', '/users/:userId', 'One person', { path: UserPath, data: User }),
  updateMe: route('PATCH', '/users/me', 'Change my display name or status', { body: UpdateMe, data: User }),

  rooms: route('GET', '/rooms', 'My rooms, latest activity first', { query: RoomsQuery, data: RoomPage }),
  discoverRooms: route('GET', '/rooms/discover', 'Channels', { query: DiscoverRooms, data: RoomPage }),
  createRoom: route('POST', '/rooms', 'Create a group or a channel', {
    body: CreateRoom,
    data: Room,
    status: 201,
  }),
  openDirect: route('POST', '/rooms/direct', 'The one room of this pair', { body: OpenDirect, data: Room }),
  room: route('GET', '/rooms/:roomId', 'One room', { path: RoomPath, data: Room }),
  updateRoom: route('PATCH', '/rooms/:roomId', 'Rename a room or set its topic', {
    path: RoomPath,
    body: UpdateRoom,
    data: Room,
  }),
  archiveRoom: route('DELETE', '/rooms/:roomId', 'Archive a room', { path: RoomPath, data: Room }),
  joinRoom: route('POST', '/rooms/:roomId/join', 'Join a channel', { path: RoomPath, data: Room }),
  leaveRoom: route('POST', '/rooms/:roomId/leave', 'Leave a room', { path: RoomPath, data: RoomPath }),

  members: route('GET', '/rooms/:roomId/members', 'Who is in a room', {
    path: RoomPath,
    query: MembersQuery,
    data: MemberPage,
  }),
  addMembers: route('POST', '/rooms/:roomId/members', 'Bring people into a room', {
    path: RoomPath,
    body: AddMembers,
    data: Room,
  }),
  updateMember: route('PATCH', '/rooms/:roomId/members/:userId', "Change a member's role", {
    path: MemberPath,
    body: UpdateMember,
    data: Member,
  }),
  removeMember: route('DELETE', '/rooms/:roomId/members/:userId', 'Remove a member', {
    path: MemberPath,
    data: MemberPath,
  }),
  updateMyMembership: route('PATCH', '/rooms/:roomId/me', 'My settings of a room', {
    path: RoomPath,
    body: UpdateMyMembership,
    data: Room,
  }),

  messages: route('GET', '/rooms/:roomId/messages', 'A page of messages', {
    path: RoomPath,
    query: PageQuery,
    data: MessagePage,
  }),
  postMessage: route(
    'POST',
    '/rooms/:roomId/messages',
    'Send; 200 with the first one for a repeated clientId',
    {
      path: RoomPath,
      body: PostMessage,
      data: Message,
      status: 201,
    },
  ),
  changes: route('GET', '/rooms/:roomId/changes', 'All that changed after a version', {
    path: RoomPath,
    query: ChangesQuery,
    data: RoomChanges,
  }),
  markRead: route('POST', '/rooms/:roomId/read', 'Move my read pointer forward', {
    path: RoomPath,
    body: MarkRead,
    data: ReadResult,
  }),
} as const;

export type RouteName = keyof typeof routes;

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
