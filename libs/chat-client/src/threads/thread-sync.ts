import type { CommandInput, Message, RoomChanges, ThreadPage } from '@parley/shared-types';
import { LiveWindows, type News } from '../timeline/live-windows.js';
import type { RoomChange } from '../timeline/room-change.js';
import { applyToThread, joinOlderReplies, reviseInThread, threadWindowOf } from './thread-cache.js';
import type { ThreadWindow } from './thread-window.js';

/** How many threads are kept up to date. */
const MOST_THREADS = 5;

interface ThreadSyncOptions {
  /** The latest replies, or those before a seq. */
  fetch: (rootId: string, before?: number) => Promise<ThreadPage>;
  changes: (question: CommandInput<'room:changes'>) => Promise<RoomChanges>;
  read: (rootId: string) => ThreadWindow | undefined;
  write: (window: ThreadWindow) => void;
  drop: (rootId: string) => void;
  isReady: () => boolean;
  learn: (news: News) => void;
}

/**
 * The windows of the open threads. Each follows the changes of its room by itself, whether the room's timeline is
 * open or not.
 */
export class ThreadSync {
  private readonly windows: LiveWindows<ThreadWindow, undefined>;

  constructor(private readonly options: ThreadSyncOptions) {
    this.windows = new LiveWindows<ThreadWindow, undefined>({
      ...options,
      fetch: async (rootId) => threadWindowOf(await options.fetch(rootId)),
      anchorOf: () => undefined,
      apply: applyToThread,
      revise: reviseInThread,
      most: MOST_THREADS,
    });
  }

  ensure(roomId: string, rootId: string): Promise<void> {
    return this.windows.ensure(roomId, rootId);
  }

  /** Takes a thread that came from elsewhere, unless it is loaded. */
  adopt(window: ThreadWindow) {
    this.windows.adopt(window.root.id, window);
  }

  async loadOlder(rootId: string): Promise<void> {
    const window = this.options.read(rootId);
    const first = window?.messages[0];
    if (!window?.hasBefore || !first) return;
    await this.windows.extend(rootId, this.options.fetch(rootId, first.seq), joinOlderReplies);
  }

  receive(roomId: string, change: RoomChange) {
    this.windows.receive(roomId, change);
  }

  revise(message: Message) {
    this.windows.revise(message);
  }

  catchUpAll() {
    this.windows.catchUpAll();
  }

  forgetRoom(roomId: string) {
    this.windows.forgetRoom(roomId);
  }

  stop() {
    this.windows.stop();
  }

  /** Whether a reply of mine would be seen in a loaded thread but has not arrived in it yet. */
  awaits({ threadRootId, version }: Message): boolean {
    const window = threadRootId === null ? undefined : this.options.read(threadRootId);
    return window !== undefined && window.version < version;
  }
}
