import type { ErrorCode, Message } from '@parley/shared-types';
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
  readonly createdAt: string;
  readonly mine: boolean;
  /** Null until it is stored. */
  readonly message: Message | null;
  /** Null for other people's messages. */
  readonly state: DeliveryState | null;
  /** Why it was not sent; only with `failed`. */
  readonly error: { code: ErrorCode; message: string } | null;
}
