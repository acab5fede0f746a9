import { isMessageCreated } from '../client/socket.mjs';
import { Latencies } from '../load/latencies.mjs';
import { markOf } from '../load/message.mjs';

/**
 * Follows every message to every receiver of one room. Frames of a room are the same for all, in the same order:
 * each is decoded once, by whoever gets it first, and the others only count it.
 */
export class Deliveries {
  #frames = [];
  #positions;
  #scheduled = [];

  constructor(receivers) {
    this.#positions = new Uint32Array(receivers);
    this.restart();
  }

  /** Counts anew; what was sent before no longer matters. */
  restart() {
    this.latencies = new Latencies();
    this.sent = 0;
    this.lastAt = 0;
  }

  /** Notes a message that is due; answers the mark to put into it. */
  announce(scheduledAt) {
    this.sent++;
    return this.#scheduled.push(scheduledAt) - 1;
  }

  get count() {
    return this.latencies.count;
  }

  get complete() {
    return this.count === this.sent * this.#positions.length;
  }

  heard(receiver, buffer, start, end) {
    if (!isMessageCreated(buffer, start)) return;
    const at = this.#positions[receiver]++;
    const marks = (this.#frames[at] ??= marksIn(buffer, start, end));
    this.lastAt = performance.now();
    for (const mark of marks) this.latencies.add(this.lastAt - this.#scheduled[mark]);
  }
}

const marksIn = (buffer, start, end) => {
  const [, { messages }] = JSON.parse(buffer.toString('utf8', start, end));
  return messages.map(({ body }) => markOf(body));
};
