import * as z from 'zod/mini';
import { Attachment, AttachmentIds } from './attachments.js';
import {
  CHANGES_PER_PAGE,
  MAX_CHANGES_PER_PAGE,
  MAX_MESSAGES_PER_PAGE,
  MESSAGES_PER_PAGE,
} from './limits.js';
import { Emoji, Id, limit, Position, PositionInQuery, text, Timestamp } from './primitives.js';
import { User } from './users.js';

export const Reaction = z.object({ emoji: z.string(), userIds: z.array(Id) });

/**
 * `seq` orders and pages, `version` stamps the last change. A deleted message stays as a tombstone: `deletedAt`
 * set, `body` empty. `mentions` are the members named in it; `mentionsAll` says that it is for everyone: `room` by
 * `@room`, `here` by `@here`, which counts for those who were there. `replyCount` of a thread's first message counts
 * the replies that are not deleted.
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
  mentionsAll: z.nullable(z.enum(['room', 'here'])),
  attachments: z.array(Attachment),
  reactions: z.array(Reaction),
  pinnedAt: z.nullable(Timestamp),
  createdAt: Timestamp,
  editedAt: z.nullable(Timestamp),
  deletedAt: z.nullable(Timestamp),
});
export type Message = z.infer<typeof Message>;

/** Bounded again by the server's `MAX_MESSAGE_LENGTH`; this is only what a frame may hold. */
const MAX_BODY = 100_000;
const SAYS_SOMETHING = /\S/;
const Body = text(1, MAX_BODY).check(z.regex(SAYS_SOMETHING, { error: 'Write something' }));

/** `clientId` is the sender's idempotency key: the same one with the same body returns the first message. */
const draft = {
  clientId: z.guid(),
  /** May be left out, or empty, beside files. */
  body: z._default(text(0, MAX_BODY), ''),
  attachmentIds: z.optional(AttachmentIds),
  /** The message that this one quotes. */
  replyToId: z.optional(Id),
  /** The first message of the thread that this one belongs to. */
  threadRootId: z.optional(Id),
};

const saysSomething = z.refine<{ body: string; attachmentIds?: string[] | undefined }>(
  ({ body, attachmentIds = [] }) => SAYS_SOMETHING.test(body) || (body === '' && attachmentIds.length > 0),
  { error: 'Write something', path: ['body'] },
);

export const PostMessage = z.strictObject(draft).check(saysSomething);
export const SendMessage = z.strictObject({ roomId: Id, ...draft }).check(saysSomething);
export type SendMessage = z.infer<typeof SendMessage>;

export const MessagePath = z.strictObject({ messageId: Id });

export const EditBody = z.strictObject({ body: Body });
export const EditMessage = z.strictObject({ messageId: Id, body: Body });

export const ReactionPath = z.strictObject({ messageId: Id, emoji: Emoji });

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

/** What messages refer to, so that they can be shown without asking again. */
const references = {
  /** Authors, and those who are mentioned. */
  users: z.array(User),
  /** The messages that are quoted (`replyToId`), each once. */
  quoted: z.array(Message),
};

/** `items` ascend by seq; every change up to `version` is in it. */
export const MessagePage = z.object({
  items: z.array(Message),
  hasBefore: z.boolean(),
  hasAfter: z.boolean(),
  version: Position,
  ...references,
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
export const MessageCreated = z.object({
  roomId: Id,
  version: Position,
  messages: z.array(Message),
  /** The messages that are quoted, each once. */
  quoted: z.array(Message),
});
export type MessageCreated = z.infer<typeof MessageCreated>;

/** The pinned messages of a room, the latest pin first. */
export const PinList = z.object({ items: z.array(Message), ...references });
export type PinList = z.infer<typeof PinList>;
