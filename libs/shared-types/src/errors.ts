import * as z from 'zod/mini';
import { ERROR_STATUS, type ErrorCode } from './error-codes.js';

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
