import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { makeDataDir } from './config/data-dir.js';
import { engineOf } from './config/database-url.js';
import type { Env } from './config/env.js';
import { serveApiDocs } from './infra/api-docs/api-docs.js';
import { claimDatabase } from './infra/database/claim.js';
import { migrate } from './infra/migrations/migrate.js';
import { refuseBusyPort } from './infra/http/busy-port.js';
import { setUpHttp } from './infra/http/http.js';
import { endSlowRequests } from './infra/http/slow-requests.js';
import { Lifecycle } from './infra/lifecycle/lifecycle.js';
import { PinoLogger } from './infra/logging/pino-logger.js';
import { RealtimeServer } from './infra/realtime/realtime-server.js';
import { SCHEMA } from './schema.js';

/** Enough for a reconnect storm; Node's own 511 turns one into SYN retries. */
const LISTEN_BACKLOG = 4_096;

/** How long a load balancer has to see that this node is not ready before its sockets close. */
const NOTICE_MS = 500;

const RECONNECT_IN_MS = 1_000;

/** A running server. `stop` drains it: nothing acked is lost, nothing asked stays unanswered. */
export type ParleyApi = { app: NestExpressApplication; port: number; stop: () => Promise<void> };

const log = new Logger('Api');

/** Boots the API and listens. Port 0 takes a free one. */
export async function startApi(env: Env): Promise<ParleyApi> {
  const logger = new PinoLogger(env);
  await refuseBusyPort(env);
  makeDataDir(env);
  // Nodes that know of each other share the database of a server. A file is one process's all the same.
  const isShared = env.REDIS_URL !== undefined && engineOf(env.DATABASE_URL) !== 'sqlite';
  const release = isShared ? () => Promise.resolve() : await claimDatabase(env.DATABASE_URL);
  Logger.overrideLogger(logger);
  const tell = (line: string) => log.log(line);
  await migrate(env.DATABASE_URL, SCHEMA, { mode: env.MIGRATE, tell }).catch(async (error: unknown) => {
    await release();
    throw error;
  });
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(env), {
    bodyParser: false,
    abortOnError: false,
    logger,
  });
  setUpHttp(app, env);
  serveApiDocs(app, env);
  app.get(RealtimeServer).attach(app.getHttpServer() as Server);
  endSlowRequests(app.getHttpServer() as Server);
  await app.init();
  const port = await listen(app.getHttpServer() as Server, env);
  log.log({ msg: 'listening', port, version: env.VERSION });

  let stopping: Promise<void> | null = null;
  return { app, port, stop: () => (stopping ??= drain(app).then(() => release())) };
}

function listen(server: Server, { PORT, HOST }: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: PORT, host: HOST, backlog: LISTEN_BACKLOG }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : PORT);
    });
  });
}

async function drain(app: NestExpressApplication): Promise<void> {
  log.log('draining');
  app.get(Lifecycle).startDraining();
  const server = app.getHttpServer() as Server;
  await delay(NOTICE_MS);
  await app.get(RealtimeServer).drain(RECONNECT_IN_MS);
  server.closeIdleConnections();
  await app.close();
  log.log('stopped');
}
