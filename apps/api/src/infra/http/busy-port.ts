import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Env } from '../../config/env.js';

/**
 * Settles when nobody else listens on the port. Asked before anything is touched: what holds the port may be
 * this server itself, started twice on the same folder.
 * @throws the error of listening, such as EADDRINUSE
 */
export async function refuseBusyPort({ PORT, HOST }: Pick<Env, 'PORT' | 'HOST'>): Promise<void> {
  const probe = createServer().listen({ port: PORT, host: HOST });
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}
