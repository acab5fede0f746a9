import type { CommandData, CommandInput, GetHistory, Message, Room, User } from '@parley/shared-types';
import { codeOf } from '../connection/failure.js';
import { HeldChanges } from './held-changes.js';
import { applyChange, joinPage, windowOf, type RoomChange } from './timeline-cache.js';
import type { TimelineWindow } from './timeline-window.js';

/** Further behind than this, a window is loaded afresh instead of brought up to date. */
export const MOST_VERSIONS_BEHIND = 1_000;
/** How many rooms are kept up to date; the one opened longest ago is dropped first. */
const MOST_ROOMS = 20;
/** How long a fact may be overtaken by later ones before the gap is asked for, in milliseconds. */
const GAP_PATIENCE_MS = 100;
const RETRY_MS = 2_000;
const CHANGES_LIMIT = 500;

type ReadCommand = 'room:history' | 'room:changes';

interface TimelineSyncOptions {
  command: <Name extends ReadCommand>(name: Name, payload: CommandInput<Name>) => Promise<CommandData<Name>>;
  read: (roomId: string) => TimelineWindow | undefined;
  write: (window: TimelineWindow) => void;
  drop: (roomId: string) => void;
  isReady: () => boolean;
  /** What came along with messages. */
  learn: (news: { users: User[]; room?: Room }) => void;
}

interface OpenRoom {
  readonly held: HeldChanges;
  /** Rises when the window is replaced, so that answers to questions about the old one are recognised. */
  generation: number;
  loading: number;
  opening: Promise<void> | undefined;
  catchingUp: boolean;
  again: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Keeps the windows of the open rooms right: loads, joins pages, applies facts, and fills every gap. */
export class TimelineSync {
  private readonly open = new Map<string, OpenRoom>();

  constructor(private readonly options: TimelineSyncOptions) {}

  /** From now on the room is kept up to date. Loads its latest messages unless it has some. */
  async ensure(roomId: string): Promise<void> {
    const room = this.track(roomId);
    if (this.options.read(roomId)) return;
    room.opening ??= this.load({ roomId }).finally(() => (room.opening = undefined));
    await room.opening;
  }

  /** Takes a window that came from elsewhere, unless there is one. */
  adopt(window: TimelineWindow) {
    this.track(window.roomId);
    if (this.options.read(window.roomId)) return;
    this.options.write(window);
    if (this.options.isReady()) void this.catchUp(window.roomId);
  }

  /** Replaces the window by the one around the anchor, or by the latest. */
  async load(anchor: Pick<GetHistory, 'roomId' | 'around'>): Promise<void> {
    const { roomId } = anchor;
    const room = this.track(roomId);
    const generation = ++room.generation;
    room.loading += 1;
    try {
      const page = await this.options.command('room:history', anchor);
      this.options.learn({ users: page.users });
      if (this.open.get(roomId) === room && room.generation === generation) {
        this.options.write(windowOf(roomId, page));
      }
    } finally {
      room.loading -= 1;
      const window = this.options.read(roomId);
      if (window && this.open.get(roomId) === room) this.settle(room, window);
    }
  }

  async extend(roomId: string, end: 'before' | 'after'): Promise<void> {
    const room = this.open.get(roomId);
    const window = this.options.read(roomId);
    const edge = end === 'before' ? window?.messages[0] : window?.messages.at(-1);
    if (!room || !window || !edge || !(end === 'before' ? window.hasBefore : window.hasAfter)) return;

    const { generation } = room;
    const page = await this.options.command('room:history', { roomId, [end]: edge.seq });

    this.options.learn({ users: page.users });
    const current = this.options.read(roomId);
    if (!current || this.open.get(roomId) !== room || room.generation !== generation) return;
    const joined = joinPage(current, page, end);
    this.options.write(joined);
    if (joined.version < current.version) void this.catchUp(roomId);
  }

  /** Takes in a fact, in any order and any number of times. */
  receive(roomId: string, change: RoomChange) {
    const room = this.open.get(roomId);
    if (!room) return;
    if (room.loading > 0) room.held.hold(change);
    const window = this.options.read(roomId);
    if (!window) return;
    const next = applyChange(window, change);
    if (next !== 'gap') return this.settle(room, next);
    if (room.loading === 0) room.held.hold(change);
    this.catchUpSoon(roomId, GAP_PATIENCE_MS);
  }

  /** After a reconnect: asks what was missed in every open room, and loads what could not be loaded before. */
  catchUpAll() {
    for (const [roomId, room] of this.open) {
      if (this.options.read(roomId)) void this.catchUp(roomId);
      else if (room.loading === 0) this.load({ roomId }).catch((error) => this.afterFailure(roomId, error));
    }
  }

  forget(roomId: string) {
    clearTimeout(this.open.get(roomId)?.timer);
    this.open.delete(roomId);
    this.options.drop(roomId);
  }

  stop() {
    for (const room of this.open.values()) clearTimeout(room.timer);
  }

  /** Whether a message of mine would be seen in the loaded window but has not arrived in it yet. */
  awaits(message: Message): boolean {
    const window = this.options.read(message.roomId);
    return window !== undefined && !window.hasAfter && (window.messages.at(-1)?.seq ?? 0) < message.seq;
  }

  private track(roomId: string): OpenRoom {
    const room = this.open.get(roomId) ?? {
      held: new HeldChanges(),
      generation: 0,
      loading: 0,
      opening: undefined,
      catchingUp: false,
      again: false,
      timer: undefined,
    };
    this.open.delete(roomId);
    this.open.set(roomId, room);
    const [oldest] = this.open.keys();
    if (oldest !== undefined && this.open.size > MOST_ROOMS) this.forget(oldest);
    return room;
  }

  /** Writes a window with all that was held for it; what still does not fit is asked for. */
  private settle(room: OpenRoom, window: TimelineWindow) {
    const isLoading = room.loading > 0;
    this.options.write(room.held.replay(window, isLoading ? 'all' : 'rest'));
    if (isLoading) return;
    if (room.held.isEmpty) clearTimeout(room.timer);
    else this.catchUpSoon(window.roomId, GAP_PATIENCE_MS);
  }

  private catchUpSoon(roomId: string, delayMs: number) {
    const room = this.open.get(roomId);
    if (!room) return;
    clearTimeout(room.timer);
    room.timer = setTimeout(() => void this.catchUp(roomId), delayMs);
  }

  private async catchUp(roomId: string): Promise<void> {
    const room = this.open.get(roomId);
    if (!room) return;
    if (room.catchingUp) {
      room.again = true;
      return;
    }
    room.catchingUp = true;
    try {
      do {
        room.again = false;
        await this.fillGap(roomId, room);
      } while (room.again);
    } catch (error) {
      this.afterFailure(roomId, error);
    } finally {
      room.catchingUp = false;
    }
  }

  private async fillGap(roomId: string, room: OpenRoom): Promise<void> {
    const before = this.options.read(roomId);
    if (!before) return;
    const { generation } = room;
    const messages: Message[] = [];
    let since = before.version;
    let hasMore = true;

    while (hasMore) {
      const page = await this.options.command('room:changes', { roomId, since, limit: CHANGES_LIMIT });
      this.options.learn({ users: page.users, room: page.room });
      if (this.open.get(roomId) !== room || room.generation !== generation) return;
      if (page.room.version - before.version > MOST_VERSIONS_BEHIND) return this.reload(before);
      messages.push(...page.messages);
      since = page.version;
      hasMore = page.hasMore;
    }

    const window = this.options.read(roomId);
    if (!window) return;
    const next = applyChange(window, { from: before.version + 1, to: since, messages });
    if (next !== 'gap') return this.settle(room, next);
    // A page joined meanwhile made the window older than what was asked for: ask again from there.
    if (window.version < before.version) room.again = true;
    else await this.reload(window);
  }

  /** Begins again where the reader is. */
  private reload(window: TimelineWindow): Promise<void> {
    const middle = window.messages[Math.floor(window.messages.length / 2)];
    const around = window.hasAfter ? middle?.seq : undefined;
    return this.load(around === undefined ? { roomId: window.roomId } : { roomId: window.roomId, around });
  }

  private afterFailure(roomId: string, error: unknown) {
    const code = codeOf(error);
    if (code === 'not_found' || code === 'forbidden') this.forget(roomId);
    // Without a connection, the next one begins by catching up.
    else if (this.options.isReady()) this.catchUpSoon(roomId, this.open.get(roomId)?.again ? 0 : RETRY_MS);
  }
}
