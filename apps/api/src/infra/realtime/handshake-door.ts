import { ServerResponse, type IncomingMessage } from 'node:http';
import { v7 as uuidv7 } from 'uuid';
import { AppError, unavailable } from '../../common/app-error.js';
import type { OriginPolicy } from '../../common/origin-policy.js';
import { PROBLEM_TYPE, problemOf, retryAfterOf } from '../http/problem.js';
import { PROTECTIVE_HEADERS } from '../http/protective-headers.js';
import { rawAnswer } from '../http/raw-answer.js';
import type { RateLimits } from '../rate-limit/rate-limits.js';
import type { ParleyServer } from './socket.js';

type Polling = IncomingMessage & { _query: { sid?: string } };

/** Stands before Engine.IO: each new connection is paid for by the address that it comes from. */
export function guardHandshakes(io: ParleyServer, origins: OriginPolicy, limits: RateLimits): void {
  io.engine.use((request: Polling, response: ServerResponse, next: () => void) => {
    if (response instanceof ServerResponse) response.setHeaders(new Map(Object.entries(PROTECTIVE_HEADERS)));
    // Foreign pages are refused behind this, and spend nothing of whoever looks at them.
    const isNew = !request._query.sid && origins.allows(request);
    const paid = isNew ? limits.handshake(origins.clientOf(request)) : undefined;
    if (!paid) next();
    else paid.then(next, (refusal: unknown) => refuse(request, response, refusal));
  });
}

function refuse(request: IncomingMessage, response: ServerResponse, reason: unknown): void {
  const error = reason instanceof AppError ? reason : unavailable(reason);
  const problem = problemOf(error, uuidv7());
  if (response instanceof ServerResponse) {
    const headers = { 'Content-Type': PROBLEM_TYPE, ...retryAfterOf(error) };
    response.writeHead(problem.status, headers).end(JSON.stringify(problem));
    return;
  }
  // A connection that asked to become a WebSocket: Engine.IO gives something that only looks like a response.
  const { socket } = request;
  socket.on('error', () => socket.destroy());
  socket.end(rawAnswer(`${problem.status} ${problem.title}`, problem, retryAfterOf(error)));
}
