import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ERROR_STATUS, type ErrorCode, type Problem } from '@parley/shared-types';
import type { Response } from 'express';
import { AppError } from '../../common/app-error.js';

const TITLES: Record<ErrorCode, string> = {
  validation_failed: 'Something in the request does not fit',
  unauthenticated: 'Not signed in',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  timeout: 'Took too long',
  conflict: 'Conflict',
  payload_too_large: 'Too large',
  unsupported_media_type: 'Unsupported media type',
  rate_limited: 'Too many requests',
  internal: 'Something went wrong on the server',
  unavailable: 'Not available right now',
  storage_full: 'No space left',
};

/** The door out of every REST call that failed: `application/problem+json`, with nothing of the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger(ProblemFilter.name);

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const requestId = response.locals['requestId'] as string;
    const error = toAppError(thrown);
    if (error.code === 'internal') this.#log.error({ requestId, error: thrown });
    else if (error.details.cause) this.#log.warn({ requestId, code: error.code, error: error.details.cause });
    if (response.headersSent) {
      response.end();
      return;
    }

    const status = ERROR_STATUS[error.code];
    const { errors, retryAfterMs } = error.details;
    const problem: Problem = {
      type: 'about:blank',
      title: TITLES[error.code],
      status,
      detail: error.message,
      code: error.code,
      ...(errors && { errors }),
      requestId,
    };
    if (retryAfterMs) response.setHeader('Retry-After', Math.ceil(retryAfterMs / 1000));
    response.status(status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

/** Errors of Nest, Express and its body parser carry an HTTP status; everything else is our own fault. */
function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof URIError) return new AppError('validation_failed', 'The address cannot be decoded.');

  const status = statusOf(thrown);
  if (status === 404 || status === 405) return new AppError('not_found', 'There is nothing at this address.');
  if (status === 413) return new AppError('payload_too_large', 'The body is too large.');
  if (status === 415) return new AppError('unsupported_media_type', 'Send JSON in UTF-8.');
  if (status >= 400 && status < 500) return new AppError('validation_failed', 'The request cannot be read.');
  return new AppError('internal', 'Something went wrong on the server.');
}

function statusOf(thrown: unknown): number {
  const { status, getStatus } = (thrown ?? {}) as { status?: unknown; getStatus?: () => number };
  if (typeof getStatus === 'function') return getStatus.call(thrown);
  return typeof status === 'number' ? status : 500;
}
