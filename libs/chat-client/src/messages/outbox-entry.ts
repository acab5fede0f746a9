import type { ErrorCode, Message } from '@parley/shared-types';

/**
 * A message on its way. `queued` waits for the connection or its turn, `sending` is under way, `sent` is stored but
 * not yet seen in the timeline, `failed` was refused for good and waits for a retry or its deletion.
 */
export type OutboxState = 'queued' | 'sending' | 'sent' | 'failed';

export interface OutboxEntry {
  readonly clientId: string;
  readonly userId: string;
  readonly roomId: string;
  readonly body: string;
  readonly createdAt: string;
  /** Orders the entries of one person; rises with every message. */
  readonly position: number;
  /** The tab that sends it. */
  readonly owner: string;
  readonly state: OutboxState;
  readonly error: { code: ErrorCode; message: string } | null;
  /** What the server stored, once it said so. */
  readonly message: Message | null;
}
