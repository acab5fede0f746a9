import * as z from 'zod/mini';
import { Id, Position } from './primitives.js';

/** How far one member has got: everything up to these positions is on their device, and read. */
export const Receipt = z.object({ userId: Id, deliveredSeq: Position, readSeq: Position });
export type Receipt = z.infer<typeof Receipt>;

export const MarkRead = z.strictObject({ seq: Position });
export const ReadRoom = z.strictObject({ roomId: Id, seq: Position });
export const ReadResult = z.object({ readSeq: Position, unreadCount: z.int() });
export type ReadResult = z.infer<typeof ReadResult>;

export const DeliveredRoom = z.strictObject({ roomId: Id, seq: Position });
export const DeliveredResult = z.object({ deliveredSeq: Position });

export const ReceiptUpdated = z.object({ roomId: Id, receipts: z.array(Receipt) });
export type ReceiptUpdated = z.infer<typeof ReceiptUpdated>;

export const UnreadUpdated = z.object({
  roomId: Id,
  readSeq: Position,
  unreadCount: z.int(),
  mentionCount: z.int(),
});
export type UnreadUpdated = z.infer<typeof UnreadUpdated>;
