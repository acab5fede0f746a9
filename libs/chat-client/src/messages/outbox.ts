import type { Message } from '@parley/shared-types';
import { v4 as uuid } from 'uuid';
import { atRest, putEntries, withoutEntries, type Entries } from './outbox-cache.js';
import type { OutboxEntry } from './outbox-entry.js';
import type { OutboxStore } from './outbox-store.js';
import { SendLane, type LaneOptions } from './send-lane.js';
import { canTellTabs, holdTabLock, ifTabIsGone } from './tab-lock.js';

/** How long a store may take before sending goes on without what it holds, in milliseconds. */
const STORE_PATIENCE_MS = 2_000;

interface OutboxOptions extends Pick<LaneOptions, 'send' | 'random'> {
  store: OutboxStore;
  read: () => Entries;
  write: (entries: Entries) => void;
  /** The connection is there and belongs to the person whose entries these are. */
  isReady: () => boolean;
  /** Whether a stored message is still to appear in its timeline: until then its entry is shown. */
  awaits: (message: Message) => boolean;
}

/**
 * My messages on their way. Each is shown at once, kept in the store until the server has it, and sent in order.
 * A tab sends what it wrote itself and what closed tabs left behind.
 */
export class Outbox {
  private readonly tabId = uuid();
  private readonly lanes = new Map<string, SendLane>();
  private userId: string | undefined;
  private loaded = false;
  private lastPosition = 0;
  private releaseLock = () => {};

  constructor(private readonly options: OutboxOptions) {}

  /** Takes up what this person did not get sent before. Entries of anybody else are not touched. */
  async load(userId: string): Promise<void> {
    if (this.userId === userId) return;
    this.userId = userId;
    this.loaded = false;
    this.releaseLock();
    this.releaseLock = holdTabLock(this.tabId);
    await inTime(this.adoptOrphans(userId));
    if (this.userId !== userId) return;
    this.loaded = true;
    this.pumpAll();
  }

  /** The message is in the outbox, and seen, when this returns. */
  add(userId: string, roomId: string, body: string): string {
    this.lastPosition = Math.max(Date.now(), this.lastPosition + 1);
    const entry: OutboxEntry = {
      clientId: uuid(),
      userId,
      roomId,
      body,
      createdAt: new Date().toISOString(),
      position: this.lastPosition,
      owner: this.tabId,
      state: 'queued',
      error: null,
      message: null,
    };
    this.put([entry]);
    this.lane(roomId).pump();
    return entry.clientId;
  }

  retry(clientId: string) {
    const entry = this.find(clientId);
    if (entry?.state !== 'failed') return;
    this.put([{ ...entry, state: 'queued', error: null }]);
    this.lane(entry.roomId).pump();
  }

  /** Not while it is being sent: then it may be stored already. */
  discard(clientId: string) {
    const entry = this.find(clientId);
    if (entry?.state === 'failed' || entry?.state === 'queued') this.remove([clientId]);
  }

  /** A new connection. Tabs may have been closed since the last one. */
  resume() {
    for (const lane of this.lanes.values()) lane.resume();
    if (this.userId !== undefined && this.loaded && canTellTabs()) void this.adoptOrphans(this.userId);
  }

  /** The server has this message: from an ack, a fact or a page, in any order and any number of times. */
  confirm(message: Message) {
    const entry = this.find(message.clientId);
    if (!entry || entry.userId !== message.senderId || entry.state === 'sent') return;
    if (this.options.awaits(message)) {
      this.options.write(
        putEntries(this.options.read(), [{ ...entry, state: 'sent', error: null, message }]),
      );
      this.forgetStored([message.clientId]);
    } else this.remove([message.clientId]);
  }

  /** A timeline moved on: entries whose message is in it now are done. */
  prune() {
    const done = this.options.read().filter((entry) => entry.message && !this.options.awaits(entry.message));
    if (done.length > 0)
      this.options.write(
        withoutEntries(
          this.options.read(),
          done.map(({ clientId }) => clientId),
        ),
      );
  }

  stop() {
    for (const lane of this.lanes.values()) lane.stop();
    this.releaseLock();
    this.userId = undefined;
    this.loaded = false;
  }

  private async adoptOrphans(userId: string) {
    try {
      const stored = await this.options.store.entriesOf(userId);
      const owners = new Set(stored.map((entry) => entry.owner));
      owners.delete(this.tabId);
      for (const owner of owners) await ifTabIsGone(owner, () => this.adopt(userId, owner));
    } catch {
      // A store that cannot be read has nothing to adopt.
    }
  }

  private async adopt(userId: string, owner: string) {
    const left = (await this.options.store.entriesOf(userId)).filter((entry) => entry.owner === owner);
    if (left.length === 0 || this.userId !== userId) return;
    this.put(left.map((entry) => ({ ...atRest(entry), owner: this.tabId })));
    if (this.loaded) this.pumpAll();
  }

  private pumpAll() {
    for (const { roomId } of this.options.read()) this.lane(roomId).pump();
  }

  private lane(roomId: string): SendLane {
    const known = this.lanes.get(roomId);
    if (known) return known;
    const lane = new SendLane(roomId, {
      entries: this.options.read,
      change: (entry, to) => this.change(entry, to),
      send: this.options.send,
      confirm: (message) => this.confirm(message),
      isReady: () => this.loaded && this.options.isReady(),
      random: this.options.random,
    });
    this.lanes.set(roomId, lane);
    return lane;
  }

  private find(clientId: string) {
    return this.options.read().find((entry) => entry.clientId === clientId);
  }

  /** An entry that was confirmed meanwhile stays as it is. */
  private change({ clientId }: OutboxEntry, to: Pick<OutboxEntry, 'state' | 'error'>) {
    const entry = this.find(clientId);
    if (!entry || entry.state === 'sent') return;
    const changed = { ...entry, ...to };
    if (changed.state === 'failed') this.put([changed]);
    else this.options.write(putEntries(this.options.read(), [changed]));
  }

  private put(entries: OutboxEntry[]) {
    this.options.write(putEntries(this.options.read(), entries));
    // A store that refuses (private windows, a full disk) costs the reload, not the sending.
    this.options.store.put(entries.map(atRest)).catch(() => undefined);
  }

  private remove(clientIds: string[]) {
    this.options.write(withoutEntries(this.options.read(), clientIds));
    this.forgetStored(clientIds);
  }

  private forgetStored(clientIds: string[]) {
    this.options.store.remove(clientIds).catch(() => undefined);
  }
}

const inTime = (work: Promise<void>) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, STORE_PATIENCE_MS);
    void work.then(() => (clearTimeout(timer), resolve()));
  });
