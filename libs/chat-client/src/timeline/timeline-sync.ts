import type { CommandData, CommandInput, Message } from '@parley/shared-types';
import { LiveWindows, type News } from './live-windows.js';
import type { RoomChange } from './room-change.js';
import { applyChange, joinPage, reviseMessage, windowOf } from './timeline-cache.js';
import type { TimelineWindow } from './timeline-window.js';

/** How many rooms are kept up to date. */
const MOST_ROOMS = 20;

type ReadCommand = 'room:history' | 'room:changes';

interface TimelineSyncOptions {
  command: <Name extends ReadCommand>(name: Name, payload: CommandInput<Name>) => Promise<CommandData<Name>>;
  read: (roomId: string) => TimelineWindow | undefined;
  write: (window: TimelineWindow) => void;
  drop: (roomId: string) => void;
  isReady: () => boolean;
  learn: (news: News) => void;
}

/** The windows of the open rooms. */
export class TimelineSync {
  private readonly windows: LiveWindows<TimelineWindow, number>;

  constructor(private readonly options: TimelineSyncOptions) {
    this.windows = new LiveWindows({
      ...options,
      fetch: async (roomId, around) =>
        windowOf(roomId, await this.history(around === undefined ? { roomId } : { roomId, around })),
      anchorOf: ({ messages, hasAfter }) =>
        hasAfter ? messages[Math.floor(messages.length / 2)]?.seq : undefined,
      apply: applyChange,
      revise: reviseMessage,
      changes: (question) => options.command('room:changes', question),
      most: MOST_ROOMS,
    });
  }

  ensure(roomId: string): Promise<void> {
    return this.windows.ensure(roomId, roomId);
  }

  adopt(window: TimelineWindow) {
    this.windows.adopt(window.roomId, window);
  }

  /** Moves the window to the messages around a seq, or to the latest. */
  load(roomId: string, around?: number): Promise<void> {
    return this.windows.load(roomId, roomId, around);
  }

  async extend(roomId: string, end: 'before' | 'after'): Promise<void> {
    const window = this.options.read(roomId);
    const edge = end === 'before' ? window?.messages[0] : window?.messages.at(-1);
    if (!window || !edge || !(end === 'before' ? window.hasBefore : window.hasAfter)) return;
    await this.windows.extend(roomId, this.history({ roomId, [end]: edge.seq }), (current, page) =>
      joinPage(current, page, end),
    );
  }

  receive(roomId: string, change: RoomChange) {
    this.windows.receive(roomId, change);
  }

  revise(message: Message) {
    this.windows.revise(message);
  }

  /** The rooms that are kept up to date, the latest opened last. */
  rooms(): string[] {
    return this.windows.keys();
  }

  catchUpAll() {
    this.windows.catchUpAll();
  }

  forget(roomId: string) {
    this.windows.forgetRoom(roomId);
  }

  stop() {
    this.windows.stop();
  }

  /** Whether a message of mine would be seen in the loaded window but has not arrived in it yet. */
  awaits(message: Message): boolean {
    const window = this.options.read(message.roomId);
    return window !== undefined && !window.hasAfter && (window.messages.at(-1)?.seq ?? 0) < message.seq;
  }

  private async history(question: CommandInput<'room:history'>) {
    const page = await this.options.command('room:history', question);
    this.options.learn({ users: page.users });
    return page;
  }
}
