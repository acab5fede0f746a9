import type { RoomChange } from './room-change.js';

/** More than this is not worth holding: `room:changes` brings it anyway. */
const MOST_HELD = 500;

/** Changes that came before the ones they build on, kept until they fit. */
export class HeldChanges<Window> {
  private held: RoomChange[] = [];

  constructor(private readonly apply: (window: Window, change: RoomChange) => Window | 'gap') {}

  get isEmpty() {
    return this.held.length === 0;
  }

  hold(change: RoomChange) {
    if (this.held.length >= MOST_HELD) this.held = [];
    this.held.push(change);
  }

  /** Applies what fits now. Keeps the rest, or all: while an older window may still take the place of this one. */
  replay(window: Window, keep: 'rest' | 'all'): Window {
    const rest: RoomChange[] = [];
    let current = window;
    for (const change of this.held.sort((a, b) => a.from - b.from)) {
      const next = this.apply(current, change);
      if (next === 'gap') rest.push(change);
      else current = next;
    }
    if (keep === 'rest') this.held = rest;
    return current;
  }
}
