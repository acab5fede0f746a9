const TICK_MS = 1;

/**
 * Calls `due(n, scheduledAt)` at a steady rate whether or not the server keeps up. Latency counts from
 * `scheduledAt` (performance.now), so that a server that stalls cannot hide what waited meanwhile ("coordinated
 * omission", Gil Tene).
 */
export function pace({ perSecond, seconds, due }) {
  const start = performance.now();
  const total = Math.round(perSecond * seconds);
  let sent = 0;
  return new Promise((resolve) => {
    const tick = () => {
      const now = performance.now();
      for (; sent < total; sent++) {
        const scheduledAt = start + (sent * 1000) / perSecond;
        if (scheduledAt > now) break;
        due(sent, scheduledAt);
      }
      if (sent < total) setTimeout(tick, TICK_MS);
      else resolve();
    };
    tick();
  });
}
