import type {
  ChosenStatus,
  FactName,
  FactPayload,
  Member,
  Page,
  Room,
  RouteArguments,
  routes,
  UpdateRoom,
  User,
} from '@parley/shared-types';
import type { QueryClient } from '@tanstack/query-core';
import type { Api } from './connection/api.js';
import type { ConnectionStatusStore } from './connection/connection-status.js';
import type { OutboxEntry } from './messages/outbox-entry.js';
import type { OutboxStore } from './messages/outbox-store.js';
import type { ChatSnapshot } from './snapshot.js';
import type { TimelineWindow } from './timeline/timeline-window.js';

export interface ChatOptions {
  /** Where Parley is, e.g. `https://chat.example.org`; '' (the default) is the page's own origin. */
  origin?: string;
  /** A session token, for bots; browsers are known by their cookie. */
  token?: string;
  /** What a server render brought along. */
  snapshot?: ChatSnapshot;
  queryClient?: QueryClient;
  /** Where unsent messages are kept: IndexedDB in a browser, memory elsewhere. */
  outbox?: OutboxStore;
}

type NewRoom = RouteArguments<typeof routes.createRoom>;
type MyChanges = RouteArguments<typeof routes.updateMe>;

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
   * Signs in; a new name makes an account. Then call `start`. If the answer is another person than `me`, begin
   * again with a new chat (reload the page): this one stays signed out.
   */
  login(username: string): Promise<User>;
  /** Ends the session. Unsent messages are kept for this person's next visit. */
  logout(): Promise<void>;

  rooms(): readonly Room[];
  room(roomId: string): Room | undefined;
  timeline(roomId: string): TimelineWindow | undefined;
  /** My messages in this room that are not in its timeline yet. */
  unsent(roomId: string): readonly OutboxEntry[];
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
   * order, also after a reload. Returns its `clientId`. Throws when nobody is signed in.
   */
  send(roomId: string, body: string): string;
  /** Tries a failed message again. */
  retry(clientId: string): void;
  /** Forgets a message that was not sent. */
  discard(clientId: string): void;

  createRoom(input: NewRoom): Promise<Room>;
  openDirect(userId: string): Promise<Room>;
  joinRoom(roomId: string): Promise<Room>;
  leaveRoom(roomId: string): Promise<void>;
  updateRoom(roomId: string, changes: UpdateRoom): Promise<Room>;
  addMembers(roomId: string, userIds: string[]): Promise<Room>;
  removeMember(roomId: string, userId: string): Promise<void>;
  members(roomId: string, cursor?: string): Promise<Page<Member>>;
  discoverRooms(query: string, cursor?: string): Promise<Page<Room>>;

  /** I have seen everything up to `seq`. Moves forward only; told to the server at most twice a second. */
  markRead(roomId: string, seq: number): void;
  /** Call on every keystroke with true, and with false when the text is gone or left. */
  typing(roomId: string, isTyping: boolean): void;
  setPresence(status: ChosenStatus): Promise<void>;
  updateMe(changes: MyChanges): Promise<User>;
  findUsers(query: string, cursor?: string): Promise<Page<User>>;
}
