/** Where one messenger listens. */
export type Addresses = { port: number; webPort: number; url: string };

/**
 * How many specs run at once. Each of these workers has messengers of its own, so that they never meet. A browser, a
 * page server and an API are enough for two cores; E2E_WORKERS is for machines with more.
 */
export const WORKERS = Number(process.env.E2E_WORKERS || 1);

// Below 32768: the system never hands these out by itself. `tools/test/e2e-port.mjs` looks for as many that are free.
const FIRST = Number(process.env.E2E_PORT || 23_480);
const PORTS_PER_WORKER = 4;

const at = (webPort: number, port: number): Addresses => ({
  port,
  webPort,
  // Not "localhost": Socket.IO holds that such a connection outlives the network.
  url: `http://127.0.0.1:${webPort}`,
});

const firstOf = (worker: number) => FIRST + worker * PORTS_PER_WORKER;

/** The messenger that most specs of a worker use; it runs from the first to the last of them. */
export const sharedBy = (worker: number): Addresses => at(firstOf(worker), firstOf(worker) + 1);

/** Playwright numbers its workers. */
const worker = Number(process.env.TEST_PARALLEL_INDEX ?? 0);

export const shared = sharedBy(worker);

/** For specs that take their own messenger down. */
export const own = at(firstOf(worker) + 2, firstOf(worker) + 3);
