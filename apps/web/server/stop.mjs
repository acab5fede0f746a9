import { once } from 'node:events';

const GRACE_MS = 3_000;
const LAST_MOMENT_MS = 4_500;

/**
 * Ends the process with 0 on SIGTERM, SIGINT, or when the parent that forked it is gone: no new connections,
 * requests in flight finish, WebSockets get a moment to be told by the API, and after 4.5 s it ends regardless.
 */
export const stopOnSignal = (server, pages) => {
  const open = new Set();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), LAST_MOMENT_MS).unref();
    setTimeout(() => open.forEach((socket) => socket.destroy()), GRACE_MS).unref();
    server.close();
    server.closeIdleConnections();
    if (server.listening || open.size > 0) await once(server, 'close');
    await pages.then((ready) => ready.close()).catch(() => undefined);
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(signal, stop);
};
