import type { Message } from '@parley/shared-types';
import { lackingOf, type OutboxFile } from '../attachments/outbox-file.js';
import { newId } from '../new-id.js';
import { atRest, putEntries, withoutEntries, type Entries } from './outbox-cache.js';
import { needlessAfter } from './message-changes.js';
import type { MessageChange, OutboxChange, OutboxEntry, OutboxMessage, References } from './outbox-entry.js';
import { OutboxFiles, type FileWays } from './outbox-files.js';
import { withoutBlobs, type OutboxStore } from './outbox-store.js';
import { reviseUnsent } from './unsent.js';
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
  /** A change is stored: this is the message now. */
  changed: (message: Message) => void;
  /** A change was refused for good, and is forgotten. */
  refused: (change: OutboxChange, error: NonNullable<OutboxEntry['error']>) => void;
  files: FileWays;
}

const ALONE: References = { replyToId: null, threadRootId: null };

/**
 * My messages, and my changes to messages, on their way. Each is shown at once, kept in the store until the server has it, and sent in order.
 * A tab sends what it wrote itself and what closed tabs left behind.
 */
export class Outbox {
  private readonly tabId = newId();
  private readonly lanes = new Map<string, SendLane>();
  private readonly files: OutboxFiles;
  private userId: string | undefined;
  private loaded = false;
  private lastPosition = 0;
  private releaseLock = () => {};

  constructor(private readonly options: OutboxOptions) {
    this.files = new OutboxFiles({
      upload: options.files.upload,
      find: (clientId) => this.find(clientId),
      put: (entry) => this.put([entry]),
      settled: ({ roomId }) => this.lane(roomId).pump(),
    });
  }

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
  add(
    userId: string,
    roomId: string,
    body: string,
    to: References = ALONE,
    files: readonly OutboxFile[] = [],
  ): string {
    const entry: OutboxMessage = {
      ...this.entry(userId, roomId),
      action: 'send',
      body,
      replyToId: to.replyToId,
      threadRootId: to.threadRootId,
      isTried: false,
      then: null,
      message: null,
      ...(files.length > 0 ? { files } : {}),
    };
    this.put([entry]);
    this.files.begin(entry);
    this.lane(roomId).pump();
    return entry.clientId;
  }

  /** The change is seen when this returns. It takes the place of those that it makes needless. */
  change(userId: string, target: Message, change: MessageChange) {
    const waiting = this.options
      .read()
      .filter(
        (entry) => entry.action !== 'send' && entry.target.id === target.id && entry.state === 'queued',
      );
    const needless = needlessAfter(waiting as OutboxChange[], change);
    this.remove(needless.map(({ clientId }) => clientId));
    this.put([{ ...this.entry(userId, target.roomId), ...change, target }]);
    this.lane(target.roomId).pump();
  }

  /** Changes a message that is not stored yet, as far as that is possible. */
  revise(clientId: string, change: MessageChange) {
    const entry = this.find(clientId);
    if (entry?.action !== 'send') return;
    if (entry.message) return this.change(entry.userId, entry.message, change);
    const revised = reviseUnsent(entry, change);
    if (!revised) this.discard(clientId);
    else if (revised !== entry) this.put([revised]);
  }

  retry(clientId: string) {
    const entry = this.find(clientId);
    if (entry?.state !== 'failed') return;
    const queued: OutboxEntry = { ...this.withFilesToSend(entry), state: 'queued', error: null };
    this.put([queued]);
    this.files.begin(queued);
    this.lane(entry.roomId).pump();
  }

  /** Not while it is being sent: then it may be stored already. */
  discard(clientId: string) {
    const entry = this.find(clientId);
    if (entry?.state !== 'failed' && entry?.state !== 'queued') return;
    this.remove([clientId]);
    if (entry.action !== 'send' || !entry.files) return;
    this.options.files.drop(entry.files, false);
    this.lane(entry.roomId).pump();
  }

  /** A new connection. Tabs may have been closed since the last one. */
  resume() {
    for (const lane of this.lanes.values()) lane.resume();
    this.beginFiles();
    if (this.userId !== undefined && this.loaded && canTellTabs()) void this.adoptOrphans(this.userId);
  }

  /** The server has this message: from an ack, a fact or a page, in any order and any number of times. */
  confirm(message: Message) {
    const entry = this.find(message.clientId);
    if (entry?.action !== 'send' || entry.userId !== message.senderId || entry.state === 'sent') return;
    if (this.options.awaits(message)) {
      this.options.write(
        putEntries(this.options.read(), [{ ...entry, state: 'sent', error: null, message }]),
      );
      this.forgetStored([message.clientId]);
    } else this.remove([message.clientId]);
    if (entry.files) this.options.files.drop(entry.files, true);
    if (entry.then) this.change(entry.userId, message, entry.then);
  }

  /** A timeline moved on: entries whose message is in it now are done. */
  prune() {
    const done = this.options
      .read()
      .filter((entry) => entry.action === 'send' && entry.message && !this.options.awaits(entry.message));
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
    this.beginFiles();
    for (const { roomId } of this.options.read()) this.lane(roomId).pump();
  }

  private beginFiles() {
    for (const entry of this.options.read()) this.files.begin(entry);
  }

  /** The server removes what nobody posts in time; then what it refused may go up once more. */
  private withFilesToSend(entry: OutboxEntry): OutboxEntry {
    if (entry.action !== 'send' || !entry.files || entry.error?.code !== 'validation_failed') return entry;
    this.options.files.drop(entry.files, true);
    return { ...entry, files: entry.files.map((file) => (file.blob ? { ...file, attachment: null } : file)) };
  }

  private lane(roomId: string): SendLane {
    const known = this.lanes.get(roomId);
    if (known) return known;
    const lane = new SendLane(roomId, {
      entries: this.options.read,
      change: (entry, to) => this.move(entry, to),
      send: this.options.send,
      done: (entry, message) => this.done(entry, message),
      isReady: () => this.loaded && this.options.isReady(),
      random: this.options.random,
    });
    this.lanes.set(roomId, lane);
    return lane;
  }

  private find(clientId: string) {
    return this.options.read().find((entry) => entry.clientId === clientId);
  }

  private entry(userId: string, roomId: string) {
    this.lastPosition = Math.max(Date.now(), this.lastPosition + 1);
    return {
      clientId: newId(),
      userId,
      roomId,
      createdAt: new Date().toISOString(),
      position: this.lastPosition,
      owner: this.tabId,
      state: 'queued',
      error: null,
    } as const;
  }

  private done(entry: OutboxEntry, message: Message) {
    if (entry.action === 'send') return this.confirm(message);
    this.options.changed(message);
    this.remove([entry.clientId]);
  }

  /** An entry that was confirmed meanwhile stays as it is. */
  private move({ clientId }: OutboxEntry, to: Pick<OutboxEntry, 'state' | 'error'>) {
    const entry = this.find(clientId);
    if (!entry || entry.state === 'sent') return;
    let moved: OutboxEntry = { ...entry, ...to };
    if (moved.action === 'send' && moved.state === 'sending') moved = { ...moved, isTried: true };
    if (moved.state !== 'failed') return this.options.write(putEntries(this.options.read(), [moved]));
    if (moved.action === 'send') return this.put([moved]);
    this.remove([clientId]);
    if (moved.error) this.options.refused(moved, moved.error);
  }

  private put(entries: OutboxEntry[]) {
    this.options.write(putEntries(this.options.read(), entries));
    // A store that refuses (private windows, a full disk) costs the reload, not the sending.
    this.options.store.put(entries.map(atRest)).catch(() => this.putWithoutFiles(entries));
  }

  /** Files are what a store refuses first. */
  private putWithoutFiles(entries: OutboxEntry[]) {
    const bare = entries.map((entry) => withoutBlobs(atRest(entry)));
    this.options.store.put(bare).catch(() => undefined);
    if (entries.some((entry) => entry.action === 'send' && lackingOf(entry).length > 0))
      this.options.files.notKept();
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
