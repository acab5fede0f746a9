import type { Server } from 'node:http';
import { Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { InputInterceptor } from '../../common/input.interceptor.js';
import type { Env } from '../../config/env.js';
import { Lifecycle } from '../lifecycle/lifecycle.js';
import { RateLimitInterceptor } from '../rate-limit/rate-limit.interceptor.js';
import { RateLimits } from '../rate-limit/rate-limits.js';
import { endOfConnections } from './end-of-connections.js';
import { jsonOnly } from './json-only.js';
import { onlyPaths } from './only-paths.js';
import { ProblemFilter } from './problem.filter.js';
import { protectiveHeaders } from './protective-headers.js';
import { requestId } from './request-id.js';
import { answerUnreadableRequests } from './unreadable-requests.js';

const HEADERS_TIMEOUT_MS = 20_000;
/**
 * Longer than the web server and proxies keep an idle connection: whoever closes it first must not be the one that
 * the next request is on its way to.
 */
const KEEP_ALIVE_MS = 72_000;

/** Everything that stands between a request and its handler. */
export function setUpHttp(app: NestExpressApplication, env: Env): void {
  app.disable('x-powered-by');
  app.set('trust proxy', env.TRUSTED_PROXIES);
  app.set('etag', false);
  app.use(requestId, protectiveHeaders, endOfConnections(app.get(Lifecycle)), ...jsonOnly);
  app.enableCors({
    origin: env.ALLOWED_ORIGINS,
    credentials: true,
    exposedHeaders: ['X-Request-Id', 'Retry-After'],
  });
  const limits = app.get(RateLimits);
  const reflector = app.get(Reflector);
  app.useGlobalFilters(new ProblemFilter(limits));
  app.useGlobalInterceptors(new RateLimitInterceptor(reflector, limits), new InputInterceptor(reflector));

  const server = app.getHttpServer() as Server;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  onlyPaths(server);
  answerUnreadableRequests(server);
}
