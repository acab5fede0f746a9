import { ERROR_STATUS, type ErrorCode, type Problem } from '@parley/shared-types';
import type { AppError } from '../../common/app-error.js';

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

export const PROBLEM_TYPE = 'application/problem+json';

/** A refusal as HTTP tells it (RFC 9457). */
export const problemOf = ({ code, message, details }: AppError, requestId: string): Problem => ({
  type: 'about:blank',
  title: TITLES[code],
  status: ERROR_STATUS[code],
  detail: message,
  code,
  ...(details.errors && { errors: details.errors }),
  requestId,
});

/** When to come back, as a header says it: in whole seconds. */
export const retryAfterOf = ({ details: { retryAfterMs } }: AppError): Record<string, string> =>
  retryAfterMs ? { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) } : {};
