import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { v7 as uuidv7 } from 'uuid';

const log = new Logger('Http');

/** Names every request, in its answer and in the log, and notes how it went. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const id = uuidv7();
  const startedAt = performance.now();
  response.locals['requestId'] = id;
  response.setHeader('X-Request-Id', id);
  response.on('finish', () => {
    const ms = Math.round(performance.now() - startedAt);
    log.debug({ requestId: id, method: request.method, path: request.path, status: response.statusCode, ms });
  });
  next();
}
