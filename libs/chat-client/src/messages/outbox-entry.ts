import type { ErrorCode, Message } from '@parley/shared-types';
import type { OutboxFile } from '../attachments/outbox-file.js';

/**
 * Something of mine on its way. `queued` waits for the connection or its turn, `sending` is under way, `sent` is
 * stored but not yet seen in the timeline, `failed` was refused for good and waits for a retry or its deletion.
 */
export type OutboxState = 'queued' | 'sending' | 'sent' | 'failed';

interface Entry {
  /** A message's idempotency key; of a change only its name in the outbox. */
  readonly clientId: string;
  readonly userId: string;
  readonly roomId: string;
  readonly createdAt: string;
  /** Orders the entries of one person; rises with every one. */
  readonly position: number;
  /** The tab that sends it. */
  readonly owner: string;
  readonly state: OutboxState;
  readonly error: { code: ErrorCode; message: string } | null;
}

/** What a message refers to. */
export interface References {
  readonly replyToId: string | null;
  readonly threadRootId: string | null;
}

/** A message that is not in its timeline yet. */
export interface OutboxMessage extends Entry, References {
  readonly action: 'send';
  readonly body: string;
  /** What it carries, in order; absent when that is nothing. It goes out once all of them are uploaded. */
  readonly files?: readonly OutboxFile[];
  /** It went out at least once, so that the server may have it. */
  readonly isTried: boolean;
  /** What I changed about it since: sent as soon as it is stored. */
  readonly then: Extract<MessageChange, { action: 'edit' | 'remove' }> | null;
  /** What the server stored, once it said so. */
  readonly message: Message | null;
}

/** What one can do to a stored message. */
export type MessageChange =
  | { readonly action: 'edit'; readonly body: string }
  | { readonly action: 'remove' }
  | { readonly action: 'react'; readonly emoji: string; readonly isOn: boolean }
  | { readonly action: 'pin'; readonly isOn: boolean };

/** A change that the server has not confirmed; `target` is the message as it was before. */
export type OutboxChange = Entry & MessageChange & { readonly target: Message };

export type OutboxEntry = OutboxMessage | OutboxChange;
