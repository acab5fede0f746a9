// Loaded into a measured server before it starts: memory is compared after a collection, not by chance.
process.on('message', (message) => {
  if (message !== 'collect') return;
  globalThis.gc();
  globalThis.gc();
  process.send('collected');
});
process.channel?.unref();
