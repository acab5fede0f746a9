import type { ErrorCode, Message } from '@parley/shared-types';
import type { OutboxFile } from '../attachments/outbox-file.js';
import type { MessageState } from '../receipts/message-state.js';

/** What the sender is told: how far a stored message got, or where an unsent one stands. */
export type DeliveryState = MessageState | 'queued' | 'sending' | 'failed';

/** One row of a timeline, stored or on its way. `key` stays the same when the stored message takes the place. */
export interface TimelineItem {
  readonly key: string;
  readonly clientId: string;
  readonly roomId: string;
  readonly senderId: string;
  readonly body: string;
  /** What it carries while it is not stored itself; then `message` says it. */
  readonly files: readonly OutboxFile[];
  readonly createdAt: string;
  readonly mine: boolean;
  readonly replyToId: string | null;
  readonly threadRootId: string | null;
  /** The message that this one quotes, as it is now; null while it is not known. */
  readonly quoted: Message | null;
  /** As it will be once my changes are stored. Null until it is stored itself. */
  readonly message: Message | null;
  /** A change of mine to it is still on its way. */
  readonly isPending: boolean;
  /** Null for other people's messages. */
  readonly state: DeliveryState | null;
  /** Why it was not sent; only with `failed`. */
  readonly error: { code: ErrorCode; message: string } | null;
}
