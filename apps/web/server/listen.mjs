import { once } from 'node:events';

// A whole room reconnects at once after an outage; Node's default of 511 turns that into seconds of retries.
const BACKLOG = 4096;

const listenOn = async (server, host, port) => {
  server.listen({ host, port, backlog: BACKLOG });
  await once(server, 'listening');
};

/** Listens on `host`, or, unless one is named, on every address the machine has. Throws when the port is taken. */
export const listen = async (server, { host, port }) => {
  if (host) return listenOn(server, host, port);
  try {
    await listenOn(server, '::', port);
  } catch (error) {
    if (error.code !== 'EAFNOSUPPORT' && error.code !== 'EADDRNOTAVAIL') throw error;
    await listenOn(server, '0.0.0.0', port);
  }
};
