/** Where one messenger listens. */
export type Addresses = { port: number; webPort: number; url: string };

const at = (webPort: number, port: number): Addresses => ({
  port,
  webPort,
  // Not "localhost": Socket.IO holds that such a connection outlives the network.
  url: `http://127.0.0.1:${webPort}`,
});

// Below 32768: the system never hands these out by itself.
const first = Number(process.env.E2E_PORT || 23_480);

/** The messenger that most specs use; it runs from the first to the last of them. */
export const shared = at(first, first + 1);

/** For specs that take their own messenger down. */
export const own = at(first + 2, first + 3);
