import type {
  ChosenStatus,
  ErrorCode,
  FactName,
  FactPayload,
  Member,
  Message,
  Page,
  Room,
  RoomRole,
  RouteArguments,
  routes,
  SearchPage,
  ThreadList,
  UpdateMyMembership,
  UpdateRoom,
  User,
} from '@parley/shared-types';
import type { QueryClient } from '@tanstack/query-core';
import type { OutboxFile } from './attachments/outbox-file.js';
import type { Uploads } from './attachments/uploads.js';
import type { Api } from './connection/api.js';
import type { ConnectionStatusStore } from './connection/connection-status.js';
import type { Token } from './connection/token.js';
import type { DeviceStore } from './device/device-store.js';
import type { MessageChange, OutboxMessage, References } from './messages/outbox-entry.js';
import type { OutboxStore } from './messages/outbox-store.js';
import type { ChatSnapshot } from './snapshot.js';
import type { ThreadWindow } from './threads/thread-window.js';
import type { TimelineItem } from './timeline/timeline-item.js';
import type { TimelineWindow } from './timeline/timeline-window.js';

export interface ChatOptions {
  /** Where Parley is, e.g. `https://chat.example.org`; '' (the default) is the page's own origin. */
  origin?: string;
  /**
   * A session token, or one of the system that this page is embedded in; browsers without one are known by their
   * cookie. A function is asked before each connection and each call, so that it can give a fresh one: what it
   * rejects with counts as a lost network.
   */
  token?: Token;
  /** What a server render brought along. */
  snapshot?: ChatSnapshot;
  queryClient?: QueryClient;
  /** Where unsent messages are kept: IndexedDB in a browser, memory elsewhere. */
  outbox?: OutboxStore;
  /** Where the rest is kept for pages without a network: IndexedDB in a browser, nowhere elsewhere. */
  device?: DeviceStore;
}

type NewRoom = RouteArguments<typeof routes.createRoom>;
type MyChanges = RouteArguments<typeof routes.updateMe>;
/** A name, and what it opens by where it is protected: its password or a recovery code. */
export type SignIn = RouteArguments<typeof routes.login>;

/** A change that the server refused for good; what it did on the screen is undone. */
export interface Refusal {
  action: MessageChange['action'];
  /** As it was before the change. */
  message: Message;
  error: { code: ErrorCode; message: string };
}

/**
 * One person's live view of Parley over one socket. Reads are synchronous and from memory. Calls that return a
 * promise wait up to 10 s for the connection and reject with `CommandFailed` or `ProblemError`; both have `code`.
 */
export interface Chat {
  readonly queryClient: QueryClient;
  readonly api: Api;
  readonly connection: ConnectionStatusStore;
  readonly me: User | undefined;

  /** Connects and stays connected until `stop`. May be called again after `stop` or when signed out. */
  start(): void;
  stop(): void;
  /** Calls `handler` after the fact was applied here; returns how to stop that. */
  on<Name extends FactName>(name: Name, handler: (payload: FactPayload<Name>) => void): () => void;
  /** Takes in what a later server render brought; never replaces something newer. */
  hydrate(snapshot: Partial<ChatSnapshot>): void;
  /**
   * Fills an empty chat with what this device kept of the last person: for a page without a network. False if there
   * is nothing. `start` then brings it up to date.
   */
  restore(): Promise<boolean>;
  /**
   * Signs in; where the server's mode allows it, a new name makes an account. Then call `start`. If the answer is
   * another person than `me`, begin again with a new chat (reload the page): this one stays signed out.
   * `recoveryCodes` are there when the name became somebody's just now; they are told only this once.
   * Rejects with `unauthenticated` and the field in `errors` that the name opens by.
   */
  login(given: SignIn): Promise<{ user: User; recoveryCodes: string[] }>;
  /** Ends the session. Unsent messages are kept for this person's next visit. */
  logout(): Promise<void>;

  rooms(): readonly Room[];
  room(roomId: string): Room | undefined;
  timeline(roomId: string): TimelineWindow | undefined;
  /** My messages in this room that are not in its timeline yet. */
  unsent(roomId: string): readonly OutboxMessage[];
  thread(rootId: string): ThreadWindow | undefined;
  user(userId: string): User | undefined;

  /** Loads the latest messages, unless some are loaded; from then on the room is kept up to date. */
  openRoom(roomId: string): Promise<void>;
  loadOlder(roomId: string): Promise<void>;
  loadNewer(roomId: string): Promise<void>;
  /** Moves the window to the messages around `seq`. */
  loadAround(roomId: string, seq: number): Promise<void>;
  /** Moves the window to the newest messages. */
  loadLatest(roomId: string): Promise<void>;

  /**
   * Puts a message into the outbox, where it is seen at once, and sends it as soon as that is possible: once, in
   * order, also after a reload. Returns its `clientId`. Throws when nobody is signed in. With files it goes out when
   * they are uploaded, and until then holds back what is written after it; `body` may be '' then.
   */
  send(roomId: string, body: string, to?: Partial<References>, files?: readonly OutboxFile[]): string;
  /** Tries a failed message again. */
  retry(clientId: string): void;
  /** Forgets a message that was not sent. */
  discard(clientId: string): void;

  /**
   * These four are seen at once, kept over a reload, and sent in order as soon as that is possible; doing one again
   * does no more. What is refused for good is undone and told to `onRefused`. An item that is not stored yet can be
   * edited and removed, too.
   */
  edit(message: Message | TimelineItem, body: string): void;
  remove(message: Message | TimelineItem): void;
  react(message: Message, emoji: string, isOn: boolean): void;
  pin(message: Message, isOn: boolean): void;
  onRefused(handler: (refusal: Refusal) => void): () => void;
  /** This device could not keep the files of a message: they would not outlive a reload. */
  onFilesNotKept(handler: () => void): () => void;
  /** Files on their way, to begin with them before their message is sent. Its script is fetched when this is called. */
  uploads(): Promise<Uploads>;
  message(messageId: string): Promise<Message>;
  /** The pinned messages of a room, the latest pin first. */
  pins(roomId: string): Promise<Message[]>;
  search(query: { q: string; roomId?: string }, cursor?: string): Promise<SearchPage>;

  /** Loads a thread with its latest replies, unless it is loaded; from then on it is kept up to date. */
  openThread(roomId: string, rootId: string): Promise<void>;
  loadOlderReplies(rootId: string): Promise<void>;
  /** I have seen the replies up to `seq`. Moves forward only. */
  markThreadRead(rootId: string, seq: number): void;
  followThread(rootId: string, isFollowed: boolean): Promise<void>;
  /** The threads that I follow, latest reply first. */
  threads(cursor?: string): Promise<ThreadList>;

  createRoom(input: NewRoom): Promise<Room>;
  openDirect(userId: string): Promise<Room>;
  joinRoom(roomId: string): Promise<Room>;
  leaveRoom(roomId: string): Promise<void>;
  updateRoom(roomId: string, changes: UpdateRoom): Promise<Room>;
  addMembers(roomId: string, userIds: string[]): Promise<Room>;
  removeMember(roomId: string, userId: string): Promise<void>;
  members(roomId: string, cursor?: string): Promise<Page<Member>>;
  discoverRooms(query: string, cursor?: string): Promise<Page<Room>>;
  setRole(roomId: string, userId: string, role: RoomRole): Promise<Member>;
  updateMyRoom(roomId: string, changes: UpdateMyMembership): Promise<Room>;
  archiveRoom(roomId: string): Promise<Room>;
  restoreRoom(roomId: string): Promise<Room>;
  archivedRooms(cursor?: string): Promise<Page<Room>>;

  /** I have seen everything up to `seq`. Moves forward only; told to the server at most twice a second. */
  markRead(roomId: string, seq: number): void;
  /** The message at `seq` and all after it shall count as unread. */
  markUnread(roomId: string, seq: number): Promise<void>;
  /**
   * Everything is read, in all rooms and threads. Returns how to take that back, for the rooms: what was read in a
   * thread stays read.
   */
  markAllRead(): () => void;
  /** Call on every keystroke with true, and with false when the text is gone or left. */
  typing(roomId: string, isTyping: boolean): void;
  setPresence(status: ChosenStatus): Promise<void>;
  updateMe(changes: MyChanges): Promise<User>;
  findUsers(query: string, cursor?: string): Promise<Page<User>>;

  /** Whoever is blocked cannot write to me alone, and is not seen typing. */
  block(userId: string, isBlocked: boolean): Promise<void>;
  /** Tells the admins of a message or a person; neither the person nor the room is told. */
  report(about: { messageId: string } | { userId: string }, reason: string): Promise<void>;
}
