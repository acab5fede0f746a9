import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AppError } from '../../common/app-error.js';
import { refusalOfFault } from '../database/faults.js';
import { isPaid } from '../rate-limit/rate-limit.interceptor.js';
import type { RateLimits } from '../rate-limit/rate-limits.js';
import { PROBLEM_TYPE, problemOf, retryAfterOf } from './problem.js';

/** The door out of every REST call that failed: `application/problem+json`, with nothing of the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger(ProblemFilter.name);

  constructor(private readonly limits: RateLimits) {}

  /** What was refused before anybody paid for it is paid by the address that it came from. */
  catch(thrown: unknown, host: ArgumentsHost): void {
    const { ip } = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = toAppError(thrown);
    const requestId = response.locals['requestId'] as string;
    if (error.code === 'internal') this.#log.error({ requestId, error: thrown });
    else if (error.details.cause) this.#log.warn({ requestId, code: error.code, error: error.details.cause });

    const paid = isPaid(response) ? undefined : this.limits.stranger(ip);
    if (!paid) return answer(response, error);
    paid.then(
      () => answer(response, error),
      (refusal: unknown) => answer(response, toAppError(refusal)),
    );
  }
}

function answer(response: Response, error: AppError): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const problem = problemOf(error, response.locals['requestId'] as string);
  response.set(retryAfterOf(error));
  response.status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}

/** Errors of Nest, Express and its body parser carry an HTTP status; everything else is our own fault. */
function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof URIError) return new AppError('validation_failed', 'The address cannot be decoded.');

  const refusal = refusalOfFault(thrown);
  if (refusal) return refusal;

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
