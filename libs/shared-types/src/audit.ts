import * as z from 'zod/mini';
import { MAX_RECORDS_PER_PAGE, RECORDS_PER_PAGE } from './limits.js';
import { Cursor, Id, limit, pageOf, Timestamp } from './primitives.js';
import { User } from './users.js';

/** What is kept of who did what to whom. Messages that people send are not among it. */
export const AuditAction = z.enum([
  'session.opened',
  'session.refused',
  'session.ended',
  'password.set',
  'recovery.made',
  'user.created',
  'user.renamed',
  'user.promoted',
  'user.demoted',
  'user.deactivated',
  'user.reactivated',
  'user.reset',
  'member.added',
  'member.removed',
  'member.role',
  'room.archived',
  'room.restored',
  'message.removed',
  'report.made',
  'report.resolved',
  'deadLetter.replayed',
  'deadLetter.discarded',
]);
export type AuditAction = z.infer<typeof AuditAction>;

/**
 * `actor` is null for the operator of the server, and where nobody was signed in. `address` is where it came from.
 * `details` says what the action's name does not: old and new role, old and new name.
 */
export const AuditRecord = z.object({
  id: Id,
  at: Timestamp,
  action: AuditAction,
  actor: z.nullable(User),
  person: z.nullable(User),
  roomId: z.nullable(Id),
  messageId: z.nullable(Id),
  address: z.nullable(z.string()),
  details: z.record(z.string(), z.string()),
});
export type AuditRecord = z.infer<typeof AuditRecord>;

export const AuditPage = pageOf(AuditRecord);

/** Latest first; `userId` is whoever did it or whom it was done to. */
export const AuditQuery = z.strictObject({
  userId: z.optional(Id),
  action: z.optional(AuditAction),
  limit: limit(MAX_RECORDS_PER_PAGE, RECORDS_PER_PAGE),
  cursor: z.optional(Cursor),
});
