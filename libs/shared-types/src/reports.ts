import * as z from 'zod/mini';
import { MAX_REASON_LENGTH, MAX_RECORDS_PER_PAGE, RECORDS_PER_PAGE } from './limits.js';
import { Cursor, Id, limit, pageOf, text, Timestamp } from './primitives.js';
import { User } from './users.js';

/** Something that an admin should look at; the person who is reported is not told. */
export const ReportBody = z.strictObject({ reason: text(0, MAX_REASON_LENGTH) });

/** `messageBody` is what the message said when it was reported; null for a person. */
export const Report = z.object({
  id: Id,
  reporter: User,
  person: User,
  messageId: z.nullable(Id),
  roomId: z.nullable(Id),
  messageBody: z.nullable(z.string()),
  reason: z.string(),
  createdAt: Timestamp,
  resolvedAt: z.nullable(Timestamp),
  resolvedBy: z.nullable(User),
});
export type Report = z.infer<typeof Report>;

export const ReportPath = z.strictObject({ reportId: Id });
export const ReportPage = pageOf(Report);

/** Open ones unless asked otherwise, latest first. */
export const ReportsQuery = z.strictObject({
  state: z._default(z.enum(['open', 'resolved']), 'open'),
  limit: limit(MAX_RECORDS_PER_PAGE, RECORDS_PER_PAGE),
  cursor: z.optional(Cursor),
});
