import type { Server } from 'node:http';
import { Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Env } from '../../config/env.js';
import { Lifecycle } from '../lifecycle/lifecycle.js';
import { endOfConnections } from './end-of-connections.js';
import { InputInterceptor } from '../../common/input.interceptor.js';
import { jsonOnly } from './json-only.js';
import { ProblemFilter } from './problem.filter.js';
import { requestId } from './request-id.js';

const HEADERS_TIMEOUT_MS = 20_000;
const REQUEST_TIMEOUT_MS = 60_000;

/** Everything that stands between a request and its handler. */
export function setUpHttp(app: NestExpressApplication, env: Env): void {
  app.disable('x-powered-by');
  app.set('trust proxy', env.TRUSTED_PROXIES);
  app.set('etag', false);
  app.use(requestId, endOfConnections(app.get(Lifecycle)), ...jsonOnly);
  app.enableCors({
    origin: env.ALLOWED_ORIGINS,
    credentials: true,
    exposedHeaders: ['X-Request-Id', 'Retry-After'],
  });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new InputInterceptor(app.get(Reflector)));

  const server = app.getHttpServer() as Server;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
}
