import type { CommandInput, Message, Room, RoomChanges, User } from '@parley/shared-types';
import { codeOf } from '../connection/failure.js';
import { HeldChanges } from './held-changes.js';
import type { RoomChange } from './room-change.js';

/** Further behind than this, a window is loaded afresh instead of brought up to date. */
export const MOST_VERSIONS_BEHIND = 1_000;
/** How long a fact may be overtaken by later ones before the gap is asked for, in milliseconds. */
const GAP_PATIENCE_MS = 100;
const RETRY_MS = 2_000;
const CHANGES_LIMIT = 500;

/** A loaded part of a room. Every change of the room up to `version` is in it, as far as it concerns this part. */
export interface LiveWindow {
  readonly roomId: string;
  readonly version: number;
}

/** What came along with messages. */
export type News = { users: User[]; room?: Room; messages?: Message[] };

export interface LiveWindowsOptions<Window extends LiveWindow, Anchor> {
  read: (key: string) => Window | undefined;
  write: (window: Window) => void;
  drop: (key: string) => void;
  /** Asks for a window: the one around the anchor, or the latest. */
  fetch: (key: string, anchor: Anchor | undefined) => Promise<Window>;
  /** Where to begin again when this window is too old. */
  anchorOf: (window: Window) => Anchor | undefined;
  /** Applies a change; `gap` says that something before it is missing and nothing was applied. */
  apply: (window: Window, change: RoomChange) => Window | 'gap';
  /** Puts a later state of a message in; everything else stays as it is. */
  revise: (window: Window, message: Message) => Window;
  changes: (question: CommandInput<'room:changes'>) => Promise<RoomChanges>;
  learn: (news: News) => void;
  isReady: () => boolean;
  /** How many are kept up to date; the one opened longest ago is dropped first. */
  most: number;
}

interface Open<Window extends LiveWindow> {
  readonly roomId: string;
  readonly held: HeldChanges<Window>;
  /** Rises when the window is replaced, so that answers to questions about the old one are recognised. */
  generation: number;
  loading: number;
  opening: Promise<void> | undefined;
  catchingUp: boolean;
  again: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Keeps windows right: loads, joins pages, applies facts, and fills every gap. */
export class LiveWindows<Window extends LiveWindow, Anchor> {
  private readonly open = new Map<string, Open<Window>>();

  constructor(private readonly options: LiveWindowsOptions<Window, Anchor>) {}

  /** From now on the window is kept up to date. Loads it unless it is there. */
  async ensure(roomId: string, key: string): Promise<void> {
    const open = this.track(roomId, key);
    if (this.options.read(key)) return;
    open.opening ??= this.load(roomId, key).finally(() => (open.opening = undefined));
    await open.opening;
  }

  /** Takes a window that came from elsewhere, unless there is one. */
  adopt(key: string, window: Window) {
    this.track(window.roomId, key);
    if (this.options.read(key)) return;
    this.options.write(window);
    if (this.options.isReady()) void this.catchUp(key);
  }

  /** Replaces the window by the one around the anchor, or by the latest. */
  async load(roomId: string, key: string, anchor?: Anchor): Promise<void> {
    const open = this.track(roomId, key);
    const generation = ++open.generation;
    open.loading += 1;
    try {
      const window = await this.options.fetch(key, anchor);
      if (this.open.get(key) === open && open.generation === generation) this.options.write(window);
    } finally {
      open.loading -= 1;
      const window = this.options.read(key);
      if (window && this.open.get(key) === open) this.settle(key, open, window);
    }
  }

  /** Joins to the window what was asked for; `join` gets the window as it is when the answer comes. */
  async extend<Page>(key: string, page: Promise<Page>, join: (window: Window, page: Page) => Window) {
    const open = this.open.get(key);
    const generation = open?.generation;
    const answer = await page;
    const current = this.options.read(key);
    if (!current || !open || this.open.get(key) !== open || open.generation !== generation) return;
    const joined = join(current, answer);
    this.options.write(joined);
    if (joined.version < current.version) void this.catchUp(key);
  }

  /** Takes in a fact, in any order and any number of times. */
  receive(roomId: string, change: RoomChange) {
    for (const [key, open] of this.open) if (open.roomId === roomId) this.take(key, open, change);
  }

  /** Puts a later state of a message, that an answer brought, into the windows that have it. */
  revise(message: Message) {
    for (const [key, open] of this.open) {
      const window = open.roomId === message.roomId ? this.options.read(key) : undefined;
      if (window) this.options.write(this.options.revise(window, message));
    }
  }

  /** What is kept up to date, the latest opened last. */
  keys(): string[] {
    return [...this.open.keys()];
  }

  /** After a reconnect: asks what was missed in every window, and loads what could not be loaded before. */
  catchUpAll() {
    for (const [key, open] of this.open) {
      if (this.options.read(key)) void this.catchUp(key);
      else if (open.loading === 0)
        this.load(open.roomId, key).catch((error) => this.afterFailure(key, error));
    }
  }

  /** Forgets all windows of a room. */
  forgetRoom(roomId: string) {
    for (const [key, open] of [...this.open]) if (open.roomId === roomId) this.forget(key);
  }

  stop() {
    for (const open of this.open.values()) clearTimeout(open.timer);
  }

  private forget(key: string) {
    clearTimeout(this.open.get(key)?.timer);
    this.open.delete(key);
    this.options.drop(key);
  }

  private track(roomId: string, key: string): Open<Window> {
    const open = this.open.get(key) ?? {
      roomId,
      held: new HeldChanges(this.options.apply),
      generation: 0,
      loading: 0,
      opening: undefined,
      catchingUp: false,
      again: false,
      timer: undefined,
    };
    this.open.delete(key);
    this.open.set(key, open);
    const [oldest] = this.open.keys();
    if (oldest !== undefined && this.open.size > this.options.most) this.forget(oldest);
    return open;
  }

  private take(key: string, open: Open<Window>, change: RoomChange) {
    if (open.loading > 0) open.held.hold(change);
    const window = this.options.read(key);
    if (!window) return;
    const next = this.options.apply(window, change);
    if (next !== 'gap') return this.settle(key, open, next);
    if (open.loading === 0) open.held.hold(change);
    this.catchUpSoon(key, GAP_PATIENCE_MS);
  }

  /** Writes a window with all that was held for it; what still does not fit is asked for. */
  private settle(key: string, open: Open<Window>, window: Window) {
    const isLoading = open.loading > 0;
    this.options.write(open.held.replay(window, isLoading ? 'all' : 'rest'));
    if (isLoading) return;
    if (open.held.isEmpty) clearTimeout(open.timer);
    else this.catchUpSoon(key, GAP_PATIENCE_MS);
  }

  private catchUpSoon(key: string, delayMs: number) {
    const open = this.open.get(key);
    if (!open) return;
    clearTimeout(open.timer);
    open.timer = setTimeout(() => void this.catchUp(key), delayMs);
  }

  private async catchUp(key: string): Promise<void> {
    const open = this.open.get(key);
    if (!open) return;
    if (open.catchingUp) {
      open.again = true;
      return;
    }
    open.catchingUp = true;
    try {
      do {
        open.again = false;
        await this.fillGap(key, open);
      } while (open.again);
    } catch (error) {
      this.afterFailure(key, error);
    } finally {
      open.catchingUp = false;
    }
  }

  private async fillGap(key: string, open: Open<Window>): Promise<void> {
    const before = this.options.read(key);
    if (!before) return;
    const { generation, roomId } = open;
    const messages: Message[] = [];
    const quoted: Message[] = [];
    let since = before.version;
    let hasMore = true;

    while (hasMore) {
      const page = await this.options.changes({ roomId, since, limit: CHANGES_LIMIT });
      this.options.learn({ users: page.users, room: page.room, messages: page.messages });
      if (this.open.get(key) !== open || open.generation !== generation) return;
      if (page.room.version - before.version > MOST_VERSIONS_BEHIND) return this.reload(key, before);
      messages.push(...page.messages);
      quoted.push(...page.quoted);
      since = page.version;
      hasMore = page.hasMore;
    }

    const window = this.options.read(key);
    if (!window) return;
    const next = this.options.apply(window, { from: before.version + 1, to: since, messages, quoted });
    if (next !== 'gap') return this.settle(key, open, next);
    // A page joined meanwhile made the window older than what was asked for: ask again from there.
    if (window.version < before.version) open.again = true;
    else await this.reload(key, window);
  }

  /** Begins again where the reader is. */
  private reload(key: string, window: Window): Promise<void> {
    return this.load(window.roomId, key, this.options.anchorOf(window));
  }

  private afterFailure(key: string, error: unknown) {
    const code = codeOf(error);
    if (code === 'not_found' || code === 'forbidden') this.forget(key);
    // Without a connection, the next one begins by catching up.
    else if (this.options.isReady()) this.catchUpSoon(key, this.open.get(key)?.again ? 0 : RETRY_MS);
  }
}
