import { replaceEqualDeep } from '@tanstack/query-core';
import type { FactCache } from '../cache.js';
import type { TimelineWindow } from '../timeline/timeline-window.js';
import type { DeviceStore, Kept } from './device-store.js';
import { keptValues, latestOf, readKept, timelineName, type PendingReads } from './kept-values.js';

/** How long changes are gathered before they are written, in milliseconds. */
const GATHER_MS = 3_000;
/** How many rooms' timelines are kept. */
const MOST_TIMELINES = 20;

interface KeeperOptions {
  store: DeviceStore | undefined;
  cache: FactCache;
  /** The rooms that are open, the latest opened last. */
  openRooms: () => string[];
  reads: () => PendingReads;
  /** What an earlier page could not tell the server any more. */
  resumeReads: (reads: PendingReads) => void;
}

/**
 * Keeps on this device what the cache holds of one person: some time after each change, and when the page is hidden.
 * Whatever the store refuses costs what it would have kept, and nothing else.
 */
export class Keeper {
  private userId: string | undefined;
  /** What the store holds, by name. */
  private held: Kept = new Map();
  private isLoaded = false;
  private readonly trimmed = new WeakMap<TimelineWindow, { window: TimelineWindow | undefined }>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopWatching = () => {};

  constructor(private readonly options: KeeperOptions) {}

  /** What was kept of the last person. */
  async load() {
    const loaded = await this.options.store?.load().catch(() => undefined);
    return loaded && readKept(loaded.kept);
  }

  /** From now on this person's values are kept, and nobody else's. */
  async start(userId: string): Promise<void> {
    const { store } = this.options;
    if (!store || this.userId === userId) return;
    this.userId = userId;
    this.isLoaded = false;
    const loaded = await store.load().catch(() => undefined);
    if (this.userId !== userId) return;
    if (loaded && loaded.userId !== userId) void store.wipe().catch(() => undefined);
    this.held = loaded?.userId === userId ? loaded.kept : new Map();
    this.options.resumeReads(readKept(this.held).reads);
    this.isLoaded = true;
    this.watch();
    this.saveSoon();
  }

  stop() {
    this.save();
    this.stopWatching();
    this.stopWatching = () => {};
    clearTimeout(this.timer);
    this.userId = undefined;
  }

  /** The session is over: nothing of it stays here. */
  wipe() {
    this.isLoaded = false;
    this.stop();
    this.options.store?.wipe().catch(() => undefined);
  }

  private watch() {
    this.stopWatching();
    const unsubscribe = this.options.cache.queryClient.getQueryCache().subscribe((event) => {
      if (event.type === 'updated') this.saveSoon();
    });
    const onHidden = () => document.visibilityState === 'hidden' && this.save();
    if (typeof document !== 'undefined') document.addEventListener('visibilitychange', onHidden);
    this.stopWatching = () => {
      unsubscribe();
      if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', onHidden);
    };
  }

  private saveSoon() {
    this.timer ??= setTimeout(() => this.save(), GATHER_MS);
  }

  private save() {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { store } = this.options;
    if (!store || this.userId === undefined || !this.isLoaded) return;
    const values = this.values();
    const put = [...values].filter(([name, value]) => this.held.get(name) !== value);
    const remove = [...this.held.keys()].filter((name) => !values.has(name));
    if (put.length + remove.length === 0) return;
    const isWhole = this.held.size === 0;
    this.held = values;
    store.keep(this.userId, { put, remove }).then(
      // It was wiped meanwhile, by another tab: everything is to be kept again.
      (isSame) => isSame || isWhole || this.forgetHeld(values),
      () => this.forgetHeld(values),
    );
  }

  private forgetHeld(values: Kept) {
    if (this.held === values) this.held = new Map();
  }

  private values(): Map<string, unknown> {
    const { cache, openRooms, reads } = this.options;
    const open = openRooms().reverse();
    const before = readKept(this.held);
    const rooms = new Set(cache.rooms.map(({ id }) => id));
    const recent = [...new Set([...open, ...before.recent])]
      .filter((roomId) => rooms.has(roomId))
      .slice(0, MOST_TIMELINES);
    const windows = recent.flatMap((roomId) => this.latest(roomId) ?? []);
    return keptValues({
      cache,
      windows,
      recent: replaceEqualDeep(before.recent, recent),
      reads: replaceEqualDeep(before.reads, reads()),
    });
  }

  /** The end of a room's timeline: as it is loaded now, or as it was kept before. */
  private latest(roomId: string): TimelineWindow | undefined {
    const kept = this.held.get(timelineName(roomId)) as TimelineWindow | undefined;
    const window = this.options.cache.timeline(roomId);
    if (!window) return kept;
    const known = this.trimmed.get(window) ?? { window: latestOf(window) };
    this.trimmed.set(window, known);
    return known.window ?? kept;
  }
}
