import type { ErrorCode, FieldError } from '@parley/shared-types';

/** A refusal that the caller is told of, over REST and sockets alike. Anything else thrown is `internal`. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: { errors?: FieldError[]; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
  }
}

export const notFound = (what: string) => new AppError('not_found', `There is no such ${what}.`);
export const forbidden = (message: string) => new AppError('forbidden', message);
export const conflict = (message: string) => new AppError('conflict', message);
export const unauthenticated = (message = 'Sign in first.') => new AppError('unauthenticated', message);
export const unavailable = (cause?: unknown) =>
  new AppError('unavailable', 'The server cannot do this right now. Try again.', { cause });

/** Too much in too short a time. @param retryAfterMs when there is room again, where that is known */
export const rateLimited = (retryAfterMs?: number, message = 'Too much at once. Wait a moment.') =>
  new AppError('rate_limited', message, retryAfterMs ? { retryAfterMs: Math.ceil(retryAfterMs) } : {});

/** One field that does not fit; `path` is dotted. */
export const invalid = (path: string, message: string) =>
  new AppError('validation_failed', message, { errors: [{ path, message }] });
