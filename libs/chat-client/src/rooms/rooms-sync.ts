import type { Message, Room } from '@parley/shared-types';
import type { Fact } from '../connection/fact.js';
import { codeOf } from '../connection/failure.js';
import { isMiscounted, mayChangeMentions, moveMine, type MyPointers } from './room-cache.js';
import { applyToRooms, mergeRooms, putRoom, reviseLast, withoutRoom, type Rooms } from './rooms-cache.js';

/** How long a fact may be overtaken by later ones before the room is asked for, in milliseconds. */
const GAP_PATIENCE_MS = 200;

interface RoomsSyncOptions {
  read: () => Rooms;
  write: (rooms: Rooms) => void;
  meId: () => string | undefined;
  fetchAll: () => Promise<Room[]>;
  fetchOne: (roomId: string) => Promise<Room>;
  /** Facts of a room were lost: what else is counted by them is to be asked for. */
  onMissed: () => void;
}

/** Facts about a room that came before the ones they build on. */
interface Gap {
  facts: Fact[];
  timer: ReturnType<typeof setTimeout> | undefined;
  asking: boolean;
  /** Something could not be counted here: the room is asked for, even if every fact fits. */
  isUnsure: boolean;
}

/** Keeps the room list right: facts as they come, and a question where a gap remains. */
export class RoomsSync {
  /** Facts that came while an answer was under way: the answer may be older than they are. */
  private readonly journals = new Set<Fact[]>();
  private readonly gaps = new Map<string, Gap>();

  constructor(private readonly options: RoomsSyncOptions) {}

  receive(fact: Fact) {
    for (const journal of this.journals) journal.push(fact);
    const behind = this.apply(fact);
    if (behind !== undefined) this.hold(behind, fact);
    else if (this.gaps.size > 0) this.replayAll();
  }

  /** Fetches the whole list. Rejects when that fails; the list is then as it was. */
  refetch(): Promise<Room[]> {
    return this.ask(this.options.fetchAll, (rooms) => {
      const before = this.options.read();
      this.options.write(mergeRooms(before, rooms));
      for (const room of rooms) this.checkCount(before, room);
    });
  }

  put(room: Room) {
    if (!room.me) return;
    const before = this.options.read();
    this.options.write(putRoom(before, room));
    this.checkCount(before, room);
  }

  /** Takes what came along with something else: it may be from before the room was left, so it adds none. */
  update(room: Room) {
    if (this.options.read().some((known) => known.id === room.id)) this.put(room);
  }

  /** Moves my pointers of a room here, at once; the server is told elsewhere. */
  moveMine(roomId: string, to: MyPointers) {
    const known = this.options.read().find(({ id }) => id === roomId);
    if (known) this.put(moveMine(known, to));
  }

  revise(message: Message) {
    this.options.write(reviseLast(this.options.read(), message));
  }

  remove(roomId: string) {
    this.options.write(withoutRoom(this.options.read(), roomId));
  }

  stop() {
    for (const gap of this.gaps.values()) clearTimeout(gap.timer);
    this.gaps.clear();
  }

  private hold(roomId: string, fact: Fact) {
    const gap = this.gapOf(roomId);
    gap.facts.push(fact);
    this.refreshSoon(roomId, gap);
  }

  private askSoon(roomId: string) {
    const gap = this.gapOf(roomId);
    gap.isUnsure = true;
    this.refreshSoon(roomId, gap);
  }

  private checkCount(before: Rooms, given: Room) {
    const known = before.find(({ id }) => id === given.id);
    const merged = this.options.read().find(({ id }) => id === given.id);
    if (known && merged && isMiscounted(known, given, merged)) this.askSoon(given.id);
  }

  private gapOf(roomId: string): Gap {
    const gap = this.gaps.get(roomId) ?? { facts: [], timer: undefined, asking: false, isUnsure: false };
    this.gaps.set(roomId, gap);
    return gap;
  }

  /** A room whose mentions of me may be others after this change. */
  private unsureAfter(fact: Fact): string | undefined {
    if (fact.name !== 'message:updated' && fact.name !== 'message:deleted') return undefined;
    const room = this.options.read().find(({ id }) => id === fact.payload.roomId);
    if (!room || fact.payload.version <= room.version) return undefined;
    return mayChangeMentions(room, fact.payload, this.options.meId() ?? '') ? room.id : undefined;
  }

  private refreshSoon(roomId: string, gap: Gap) {
    if (!gap.asking) gap.timer ??= setTimeout(() => void this.refresh(roomId, gap), GAP_PATIENCE_MS);
  }

  private replayAll() {
    for (const [roomId, gap] of this.gaps) {
      let before: number;
      do {
        before = gap.facts.length;
        gap.facts = gap.facts.filter((fact) => this.apply(fact) !== undefined);
      } while (gap.facts.length < before);
      if (gap.facts.length > 0 || gap.asking || gap.isUnsure) continue;
      clearTimeout(gap.timer);
      this.gaps.delete(roomId);
    }
  }

  /** One question per room at a time. Its answer is newer than all that was held before. */
  private async refresh(roomId: string, gap: Gap) {
    const { isUnsure } = gap;
    gap.timer = undefined;
    gap.asking = true;
    gap.isUnsure = false;
    if (gap.facts.length > 0) this.options.onMissed();
    gap.facts = [];
    try {
      await this.ask(
        () => this.options.fetchOne(roomId),
        (room) => {
          if (!room.me) return this.remove(roomId);
          // An answer that was overtaken has not counted what is known by now.
          if (isUnsure && room.version < this.versionOf(roomId)) gap.isUnsure = true;
          this.put(room);
        },
      );
    } catch (error) {
      // Anything else is mended by the whole list after the next reconnect.
      if (codeOf(error) === 'not_found') this.remove(roomId);
    }
    gap.asking = false;
    this.replayAll();
    if (gap.facts.length > 0 || gap.isUnsure) this.refreshSoon(roomId, gap);
  }

  private versionOf(roomId: string) {
    return this.options.read().find(({ id }) => id === roomId)?.version ?? 0;
  }

  private async ask<Answer>(
    question: () => Promise<Answer>,
    take: (answer: Answer) => void,
  ): Promise<Answer> {
    const journal: Fact[] = [];
    this.journals.add(journal);
    try {
      const answer = await question();
      take(answer);
      for (const fact of journal) this.apply(fact);
      return answer;
    } finally {
      this.journals.delete(journal);
    }
  }

  private apply(fact: Fact): string | undefined {
    const unsure = this.unsureAfter(fact);
    const { rooms, behind } = applyToRooms(this.options.read(), fact, this.options.meId() ?? '');
    this.options.write(rooms);
    if (unsure !== undefined && behind === undefined) this.askSoon(unsure);
    return behind;
  }
}
