import * as z from 'zod/mini';
import {
  CHANGES_PER_PAGE,
  MAX_CHANGES_PER_PAGE,
  MAX_MESSAGES_PER_PAGE,
  MESSAGES_PER_PAGE,
} from './limits.js';
import { Id, limit, Position, PositionInQuery, text, Timestamp } from './primitives.js';
import { User } from './users.js';

export const Attachment = z.object({
  id: Id,
  name: z.string(),
  mimeType: z.string(),
  size: z.int(),
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  url: z.string(),
  thumbnailUrl: z.nullable(z.string()),
});

export const Reaction = z.object({ emoji: z.string(), userIds: z.array(Id) });

/**
 * `seq` orders and pages, `version` stamps the last change. A deleted message stays as a tombstone: `deletedAt`
 * set, `body` empty.
 */
export const Message = z.object({
  id: Id,
  roomId: Id,
  seq: Position,
  version: Position,
  clientId: z.string(),
  senderId: Id,
  body: z.string(),
  replyToId: z.nullable(Id),
  threadRootId: z.nullable(Id),
  replyCount: z.int(),
  mentions: z.array(Id),
  attachments: z.array(Attachment),
  reactions: z.array(Reaction),
  pinnedAt: z.nullable(Timestamp),
  createdAt: Timestamp,
  editedAt: z.nullable(Timestamp),
  deletedAt: z.nullable(Timestamp),
});
export type Message = z.infer<typeof Message>;

/** Bounded again by the server's `MAX_MESSAGE_LENGTH`; this is only what a frame may hold. */
const Body = text(1, 100_000).check(z.regex(/\S/, { error: 'Write something' }));

/** `clientId` is the sender's idempotency key: the same one with the same body returns the first message. */
const draft = { clientId: z.guid(), body: Body };

export const PostMessage = z.strictObject(draft);
export const SendMessage = z.strictObject({ roomId: Id, ...draft });
export type SendMessage = z.infer<typeof SendMessage>;

/** At most one of the three; none of them asks for the latest. */
const oneAnchor = z.refine<{ before?: number; after?: number; around?: number }>(
  (page) => [page.before, page.after, page.around].filter((anchor) => anchor !== undefined).length <= 1,
  { error: 'Use one of before, after and around' },
);

export const PageQuery = z
  .strictObject({
    before: z.optional(PositionInQuery),
    after: z.optional(PositionInQuery),
    around: z.optional(PositionInQuery),
    limit: limit(MAX_MESSAGES_PER_PAGE, MESSAGES_PER_PAGE),
  })
  .check(oneAnchor);

export const GetHistory = z
  .strictObject({
    roomId: Id,
    before: z.optional(Position),
    after: z.optional(Position),
    around: z.optional(Position),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(MAX_MESSAGES_PER_PAGE)), MESSAGES_PER_PAGE),
  })
  .check(oneAnchor);
export type GetHistory = z.infer<typeof GetHistory>;

/** `items` ascend by seq; `users` are their authors; every change up to `version` is in it. */
export const MessagePage = z.object({
  items: z.array(Message),
  hasBefore: z.boolean(),
  hasAfter: z.boolean(),
  version: Position,
  users: z.array(User),
});
export type MessagePage = z.infer<typeof MessagePage>;

export const ChangesQuery = z.strictObject({
  since: PositionInQuery,
  limit: limit(MAX_CHANGES_PER_PAGE, CHANGES_PER_PAGE),
});

export const GetChanges = z.strictObject({
  roomId: Id,
  since: Position,
  limit: z._default(z.int().check(z.minimum(1), z.maximum(MAX_CHANGES_PER_PAGE)), CHANGES_PER_PAGE),
});
export type GetChanges = z.infer<typeof GetChanges>;

/** All that one commit added to one room, ascending seq; `version` is the last of them. */
export const MessageCreated = z.object({ roomId: Id, version: Position, messages: z.array(Message) });
export type MessageCreated = z.infer<typeof MessageCreated>;
