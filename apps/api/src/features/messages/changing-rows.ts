import { MAX_PINS_PER_ROOM } from '@parley/shared-types';
import { conflict, type AppError } from '../../common/app-error.js';
import { groupBy } from '../../common/group-by.js';
import type { Mentions } from '../mentions/mentions.service.js';
import { changed, type Change } from './message-change.js';
import type { MessageRow } from './message-row.js';
import type { RoomPosition } from './messages.repository.js';

/**
 * A row as one change made it; `mentions` is set when the message says something else now, `losesFiles` when it had some
 * that go with it.
 */
export type Step = { row: MessageRow; isDeletion: boolean; losesFiles: boolean; mentions: Mentions | null };

/** A message as a change left it, and the steps that take versions: none when nothing was to be done. */
export type Done = { row: MessageRow; steps: Step[] };

/** Messages while the changes of one transaction are made to them, each on what the one before left. */
export class ChangingRows {
  readonly #rowOf: Map<string, MessageRow>;
  readonly #steps: Step[] = [];

  /** @param pinsOf how many messages are pinned in each room where one is to be */
  constructor(
    rows: MessageRow[],
    private readonly pinsOf: Map<string, number>,
    private readonly now: number,
  ) {
    this.#rowOf = new Map(rows.map((row) => [row.id, row]));
  }

  /** Makes a change to a message that is here, or refuses it; `mentions` is whom it mentions then, if it is reworded. */
  change(messageId: string, change: Change, mentions: Mentions): Done | AppError {
    const before = this.#rowOf.get(messageId)!;
    const after = changed(before, change, mentions, this.now);
    if (after instanceof Error) return after;
    if (after === before) return { row: before, steps: [] };
    if (!this.#countPins(before, after)) {
      return conflict(`A room has at most ${MAX_PINS_PER_ROOM} pinned messages.`);
    }

    const isDeletion = change.kind === 'delete';
    const losesFiles = isDeletion && before.attachments !== null;
    const isReworded = isDeletion || change.kind === 'edit';
    const steps = [
      this.#step({ row: after, isDeletion, losesFiles, mentions: isReworded ? mentions : null }),
    ];
    const root = isDeletion && after.thread_root_id && this.#rowOf.get(after.thread_root_id);
    if (root) {
      const row = { ...root, reply_count: root.reply_count - 1 };
      steps.push(this.#step({ row, isDeletion: false, losesFiles: false, mentions: null }));
    }
    return { row: after, steps };
  }

  /** How many versions the steps take in each room. */
  get versions(): { id: string; versions: number }[] {
    return [...this.#stepsOfRooms()].map(([id, { length: versions }]) => ({ id, versions }));
  }

  /** Gives each step its version; `rooms` is where the rooms stand after all of them. */
  stamp(rooms: RoomPosition[]): void {
    const stepsOf = this.#stepsOfRooms();
    for (const { id, version } of rooms) {
      const steps = stepsOf.get(id)!;
      steps.forEach(({ row }, i) => (row.version = version - steps.length + 1 + i));
    }
  }

  /** The rows to be written, each as the last step left it. */
  get changed(): MessageRow[] {
    return [...new Map(this.#steps.map(({ row }) => [row.id, row])).values()];
  }

  /** Those that say something else than before, with whom they mention in the end. */
  get reworded(): { row: MessageRow; mentions: Mentions }[] {
    const said = this.#steps.flatMap(({ row, mentions }) => (mentions ? { row, mentions } : []));
    return [...new Map(said.map((one) => [one.row.id, one])).values()];
  }

  /** The messages whose files are nobody's from now on. */
  get withoutFiles(): string[] {
    return this.#steps.flatMap(({ row, losesFiles }) => (losesFiles ? row.id : []));
  }

  #step(step: Step): Step {
    this.#rowOf.set(step.row.id, step.row);
    this.#steps.push(step);
    return step;
  }

  /** False when that would be one pin too many. */
  #countPins(before: MessageRow, after: MessageRow): boolean {
    const added = Number(after.pinned_at !== null) - Number(before.pinned_at !== null);
    const pins = (this.pinsOf.get(after.room_id) ?? 0) + added;
    if (added > 0 && pins > MAX_PINS_PER_ROOM) return false;
    this.pinsOf.set(after.room_id, pins);
    return true;
  }

  #stepsOfRooms(): Map<string, Step[]> {
    return groupBy(this.#steps, ({ row }) => row.room_id);
  }
}
