import type * as z from 'zod/mini';
import { ServerDraining, SessionReady, SessionRevoked } from './auth.js';
import { BlocksUpdated } from './blocks.js';
import type { Ack } from './errors.js';
import { MemberJoined, MemberLeft } from './members.js';
import {
  EditMessage,
  GetChanges,
  GetHistory,
  Message,
  MessageCreated,
  MessagePage,
  MessagePath,
  ReactionPath,
  SendMessage,
} from './messages.js';
import { PresenceUpdated, SetPresence } from './presence.js';
import { Nothing } from './primitives.js';
import {
  DeliveredResult,
  DeliveredRoom,
  ReadResult,
  ReadRoom,
  ReceiptUpdated,
  UnreadRoom,
  UnreadUpdated,
} from './receipts.js';
import { CreateRoom, OpenDirect, Room, RoomChanges, RoomPath, RoomRemoved } from './rooms.js';
import { ReadThread, ThreadState } from './threads.js';
import { TypingUpdated } from './typing.js';
import { User } from './users.js';

/** Client → server: what each command takes and what its ack carries. */
export const commands = {
  'message:send': { payload: SendMessage, data: Message, summary: 'Store a message and tell the room' },
  'message:edit': { payload: EditMessage, data: Message, summary: 'Change my message' },
  'message:delete': { payload: MessagePath, data: Message, summary: 'Turn a message into a tombstone' },
  'message:pin': { payload: MessagePath, data: Message, summary: 'Pin a message' },
  'message:unpin': { payload: MessagePath, data: Message, summary: 'Unpin a message' },
  'reaction:add': { payload: ReactionPath, data: Message, summary: 'React with an emoji' },
  'reaction:remove': { payload: ReactionPath, data: Message, summary: 'Take a reaction of mine back' },
  'thread:read': { payload: ReadThread, data: ThreadState, summary: 'Move my read pointer of a thread' },
  'room:direct': { payload: OpenDirect, data: Room, summary: 'Open the one room of a pair' },
  'room:create': { payload: CreateRoom, data: Room, summary: 'Create a group or a channel' },
  'room:join': { payload: RoomPath, data: Room, summary: 'Join a channel' },
  'room:leave': { payload: RoomPath, data: RoomPath, summary: 'Leave a room' },
  'room:history': { payload: GetHistory, data: MessagePage, summary: 'A page of messages' },
  'room:changes': { payload: GetChanges, data: RoomChanges, summary: 'All that changed after a version' },
  'room:read': { payload: ReadRoom, data: ReadResult, summary: 'Move my read pointer forward' },
  'room:unread': { payload: UnreadRoom, data: ReadResult, summary: 'Move my read pointer back' },
  'room:delivered': { payload: DeliveredRoom, data: DeliveredResult, summary: 'Move my delivered pointer' },
  'typing:start': { payload: RoomPath, data: Nothing, summary: 'I am typing; renew within five seconds' },
  'typing:stop': { payload: RoomPath, data: Nothing, summary: 'I stopped typing' },
  'presence:set': { payload: SetPresence, data: Nothing, summary: 'Choose what others see' },
} as const;

/** Server → client: facts, told only after they are stored. */
export const facts = {
  'session:ready': { payload: SessionReady, summary: 'The connection is recorded and its rooms are joined' },
  'message:created': { payload: MessageCreated, summary: 'All that one commit added to one room' },
  'message:updated': { payload: Message, summary: 'A message changed' },
  'message:deleted': { payload: Message, summary: 'A message became a tombstone' },
  'room:created': { payload: Room, summary: 'You are in a new room' },
  'room:updated': { payload: Room, summary: 'Name, topic, state or your own settings changed' },
  'room:removed': { payload: RoomRemoved, summary: 'You are no longer in the room' },
  'member:joined': { payload: MemberJoined, summary: 'Somebody joined' },
  'member:left': { payload: MemberLeft, summary: 'Somebody left or was removed' },
  'receipt:updated': { payload: ReceiptUpdated, summary: 'Pointers of members moved' },
  'unread:updated': { payload: UnreadUpdated, summary: 'You read, or marked as unread, on another device' },
  'thread:updated': { payload: ThreadState, summary: 'You follow a thread, left it, or read in it' },
  'blocks:updated': { payload: BlocksUpdated, summary: 'You block somebody, or no longer' },
  'user:updated': { payload: User, summary: 'Somebody changed their name or picture' },
  'typing:updated': { payload: TypingUpdated, summary: 'Everyone typing in a room now' },
  'presence:updated': { payload: PresenceUpdated, summary: 'People came, went or changed their status' },
  'session:revoked': { payload: SessionRevoked, summary: 'The session ended; the socket closes' },
  'server:draining': { payload: ServerDraining, summary: 'This node stops; reconnect after the given time' },
} as const;

type Commands = typeof commands;
type Facts = typeof facts;

export type CommandName = keyof Commands;
export type FactName = keyof Facts;

/** What a client passes to a command. */
export type CommandInput<Name extends CommandName> = z.input<Commands[Name]['payload']>;
/** The same after validation, with defaults filled in. */
export type CommandPayload<Name extends CommandName> = z.output<Commands[Name]['payload']>;
export type CommandData<Name extends CommandName> = z.output<Commands[Name]['data']>;
export type FactPayload<Name extends FactName> = z.output<Facts[Name]['payload']>;

/** Event maps for Socket.IO's `Server` and `Socket` types. */
export type ClientToServerEvents = {
  [Name in CommandName]: (payload: CommandInput<Name>, ack?: (reply: Ack<CommandData<Name>>) => void) => void;
};
export type ServerToClientEvents = { [Name in FactName]: (payload: FactPayload<Name>) => void };
