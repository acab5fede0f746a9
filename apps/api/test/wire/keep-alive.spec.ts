import { Server } from '../server.js';

/** What apps/web/server and the usual proxies allow an idle connection, in seconds. */
const PROXIES_KEEP_S = 65;

describe('connections from a proxy', () => {
  let server: Server;
  beforeAll(async () => {
    server = await Server.start();
  });
  afterAll(() => server.stop());

  it('are closed by the proxy first: a request never meets one that is just being closed', async () => {
    const answer = await fetch(`http://127.0.0.1:${server.api.port}/healthz`);
    const [, seconds] = /timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '') ?? [];
    expect(Number(seconds)).toBeGreaterThan(PROXIES_KEEP_S);
  });
});
