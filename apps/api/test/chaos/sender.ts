import type { ErrorCode, Message } from '@parley/shared-types';

/** One message as its sender wrote it; `n` counts what one sender has written, from 1. */
export type Draft = {
  sender: string;
  n: number;
  userId: string;
  roomId: string;
  clientId: string;
  body: string;
};

/** What a sender knows: all it wrote, in that order, and what it was told of that. */
export type SenderLog = { sent: Draft[]; acked: Message[]; refused: ErrorCode[] };

/** Somebody who writes until told to stop, and tries each message again until it is acked. */
export interface Sender {
  readonly name: string;
  readonly log: SenderLog;
  start(): void;
  /** Writes nothing new. */
  stop(): void;
  /** How many of its calls the server let go without any answer. */
  readonly unanswered: number;
  /** True once everything written is acked. */
  readonly isSettled: boolean;
}
