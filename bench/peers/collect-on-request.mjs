// Loaded into a measured server before it starts: memory is compared after a collection, not by chance.
process.on('message', (message) => {
  if (message !== 'collect') return;
  globalThis.gc();
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send({ collected: { residentKb: rss / 1024, liveKb: (heapUsed + external) / 1024 } });
});
process.channel?.unref();
