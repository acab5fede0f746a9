import * as z from 'zod/mini';

/** Every way in which a call can fail, and the HTTP status that REST gives it. */
export const ERROR_STATUS = {
  validation_failed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  timeout: 408,
  conflict: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
  storage_full: 507,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

const Code = z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]);

/** What is wrong with one field; `path` is dotted, empty for the whole. */
export const FieldError = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** A failed REST call, as `application/problem+json` (RFC 9457). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: Code,
  errors: z.optional(z.array(FieldError)),
  requestId: z.string(),
});
export type Problem = z.infer<typeof Problem>;

/** A failed socket command, inside its ack. */
export const CommandError = z.object({
  code: Code,
  message: z.string(),
  errors: z.optional(z.array(FieldError)),
  retryAfterMs: z.optional(z.int()),
  requestId: z.string(),
});
export type CommandError = z.infer<typeof CommandError>;

/** The answer to a socket command. `ok: true` is sent only after the database has committed. */
export type Ack<Data> = { ok: true; data: Data } | { ok: false; error: CommandError };
