import type { Room } from '@parley/shared-types';
import type { Fact } from '../connection/fact.js';
import { codeOf } from '../connection/failure.js';
import { applyToRooms, mergeRooms, putRoom, withoutRoom, type Rooms } from './rooms-cache.js';

/** How long a fact may be overtaken by later ones before the room is asked for, in milliseconds. */
const GAP_PATIENCE_MS = 200;

interface RoomsSyncOptions {
  read: () => Rooms;
  write: (rooms: Rooms) => void;
  meId: () => string | undefined;
  fetchAll: () => Promise<Room[]>;
  fetchOne: (roomId: string) => Promise<Room>;
}

/** Facts about a room that came before the ones they build on. */
interface Gap {
  facts: Fact[];
  timer: ReturnType<typeof setTimeout> | undefined;
  asking: boolean;
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
    return this.ask(this.options.fetchAll, (rooms) =>
      this.options.write(mergeRooms(this.options.read(), rooms)),
    );
  }

  put(room: Room) {
    if (room.me) this.options.write(putRoom(this.options.read(), room));
  }

  /** Takes what came along with something else: it may be from before the room was left, so it adds none. */
  update(room: Room) {
    if (this.options.read().some((known) => known.id === room.id)) this.put(room);
  }

  remove(roomId: string) {
    this.options.write(withoutRoom(this.options.read(), roomId));
  }

  stop() {
    for (const gap of this.gaps.values()) clearTimeout(gap.timer);
    this.gaps.clear();
  }

  private hold(roomId: string, fact: Fact) {
    const gap = this.gaps.get(roomId) ?? { facts: [], timer: undefined, asking: false };
    this.gaps.set(roomId, gap);
    gap.facts.push(fact);
    this.refreshSoon(roomId, gap);
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
      if (gap.facts.length > 0 || gap.asking) continue;
      clearTimeout(gap.timer);
      this.gaps.delete(roomId);
    }
  }

  /** One question per room at a time. Its answer is newer than all that was held before. */
  private async refresh(roomId: string, gap: Gap) {
    gap.timer = undefined;
    gap.asking = true;
    gap.facts = [];
    try {
      await this.ask(
        () => this.options.fetchOne(roomId),
        (room) => (room.me ? this.put(room) : this.remove(roomId)),
      );
    } catch (error) {
      // Anything else is mended by the whole list after the next reconnect.
      if (codeOf(error) === 'not_found') this.remove(roomId);
    }
    gap.asking = false;
    this.replayAll();
    if (gap.facts.length > 0) this.refreshSoon(roomId, gap);
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
    const { rooms, behind } = applyToRooms(this.options.read(), fact, this.options.meId() ?? '');
    this.options.write(rooms);
    return behind;
  }
}
