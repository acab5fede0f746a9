import type { Message } from '@parley/shared-types';

export type MessagesById = Readonly<Record<string, Message>>;

/**
 * The loaded part of a room: a run of messages without a gap in `seq`, ascending. Every change of the room up to
 * `version` is in it, as far as it concerns these messages.
 */
export interface TimelineWindow {
  readonly roomId: string;
  readonly messages: readonly Message[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
  readonly version: number;
  /** The messages that these quote, by id, as current as the rest. */
  readonly quoted: MessagesById;
}
