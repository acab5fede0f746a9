import type { ErrorCode } from '@parley/shared-types';

/** Refusals that another attempt would meet again. */
const PERMANENT: ReadonlySet<ErrorCode> = new Set([
  'validation_failed',
  'forbidden',
  'not_found',
  'conflict',
  'payload_too_large',
  'unsupported_media_type',
]);

const FIRST_MS = 1_000;
const MOST_MS = 30_000;

export const isPermanent = (code: ErrorCode): boolean => PERMANENT.has(code);

/** How long to wait before sending again, in milliseconds: what the server asked for, or doubling with jitter. */
export const retryDelay = (attempt: number, retryAfterMs: number | undefined, random: () => number): number =>
  Math.max(retryAfterMs ?? 0, Math.min(MOST_MS, FIRST_MS * 2 ** attempt) * (0.5 + random()));
