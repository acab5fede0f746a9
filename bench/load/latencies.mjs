const BUCKETS_PER_MS = 20;
const LONGEST_MS = 60_000;

/** Counts latencies in buckets of 0.05 ms: constant memory and a few nanoseconds for each, however many. */
export class Latencies {
  #buckets = new Uint32Array(LONGEST_MS * BUCKETS_PER_MS);
  count = 0;

  add(ms) {
    const bucket = Math.min(Math.max(0, Math.round(ms * BUCKETS_PER_MS)), this.#buckets.length - 1);
    this.#buckets[bucket]++;
    this.count++;
  }

  /** The latency in ms below which `share` (0 to 1) of all lie; NaN without any. */
  percentile(share) {
    if (this.count === 0) return NaN;
    const rank = Math.ceil(share * this.count);
    let seen = 0;
    let bucket = -1;
    while (seen < rank) seen += this.#buckets[++bucket];
    return bucket / BUCKETS_PER_MS;
  }
}
