import * as z from 'zod/mini';
import {
  MAX_MESSAGES_PER_PAGE,
  MAX_THREADS_PER_PAGE,
  MESSAGES_PER_PAGE,
  THREADS_PER_PAGE,
} from './limits.js';
import { Message, MessagePage } from './messages.js';
import { Cursor, Id, limit, pageOf, Position, PositionInQuery } from './primitives.js';
import { User } from './users.js';

/**
 * Where I stand in a thread. I follow the threads that I began, wrote in or was mentioned in, until I stop it;
 * only of those is anything unread. `lastSeq` is the last reply's, 0 before the first.
 */
export const ThreadState = z.object({
  roomId: Id,
  rootId: Id,
  isFollowed: z.boolean(),
  readSeq: Position,
  lastSeq: Position,
  unreadCount: z.int(),
});
export type ThreadState = z.infer<typeof ThreadState>;

export const ThreadQuery = z
  .strictObject({
    before: z.optional(PositionInQuery),
    after: z.optional(PositionInQuery),
    limit: limit(MAX_MESSAGES_PER_PAGE, MESSAGES_PER_PAGE),
  })
  .check(
    z.refine((page) => page.before === undefined || page.after === undefined, {
      error: 'Use one of before and after',
    }),
  );

/** Replies of one thread, ascending by seq, with its first message. */
export const ThreadPage = z.extend(MessagePage, { root: Message, state: ThreadState });
export type ThreadPage = z.infer<typeof ThreadPage>;

/** One thread that I follow. */
export const Thread = z.object({ root: Message, lastReply: z.nullable(Message), state: ThreadState });
export type Thread = z.infer<typeof Thread>;

export const ThreadsQuery = z.strictObject({
  /** `true`: only those with something unread. */
  unread: z.optional(z.enum(['true', 'false'])),
  limit: limit(MAX_THREADS_PER_PAGE, THREADS_PER_PAGE),
  cursor: z.optional(Cursor),
});

export const ThreadList = z.extend(pageOf(Thread), { users: z.array(User) });
export type ThreadList = z.infer<typeof ThreadList>;

export const MarkThreadRead = z.strictObject({ seq: Position });
export const ReadThread = z.strictObject({ messageId: Id, seq: Position });
