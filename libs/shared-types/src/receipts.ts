import * as z from 'zod/mini';
import { Id, Position } from './primitives.js';

/**
 * How far one member has ever got: everything up to these positions is on their device, and was read. It never goes
 * back, also when they mark something as unread for themselves.
 */
export const Receipt = z.object({ userId: Id, deliveredSeq: Position, readSeq: Position });
export type Receipt = z.infer<typeof Receipt>;

export const MarkRead = z.strictObject({ seq: Position });
export const ReadRoom = z.strictObject({ roomId: Id, seq: Position });
/**
 * My own read pointer. `readEpoch` counts how often I moved it back ("mark unread from here"): of two states the one
 * of the later epoch holds, within an epoch the further one.
 */
export const readPointer = {
  readSeq: Position,
  readEpoch: z.int(),
  unreadCount: z.int(),
  mentionCount: z.int(),
};
export const ReadResult = z.object(readPointer);
export type ReadResult = z.infer<typeof ReadResult>;

/** `seq` is the first message that shall count as unread. */
export const MarkUnread = z.strictObject({ seq: Position.check(z.minimum(1)) });
export const UnreadRoom = z.strictObject({ roomId: Id, seq: Position.check(z.minimum(1)) });

export const DeliveredRoom = z.strictObject({ roomId: Id, seq: Position });
export const DeliveredResult = z.object({ deliveredSeq: Position });

export const ReceiptUpdated = z.object({ roomId: Id, receipts: z.array(Receipt) });
export type ReceiptUpdated = z.infer<typeof ReceiptUpdated>;

export const UnreadUpdated = z.object({ roomId: Id, ...readPointer });
export type UnreadUpdated = z.infer<typeof UnreadUpdated>;
