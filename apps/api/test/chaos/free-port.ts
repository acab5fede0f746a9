import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A port that nobody uses. Below the range from which systems pick the near end of a connection: a client that
 * dials a server which is down could otherwise meet itself there.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port);
    await once(probe, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}
