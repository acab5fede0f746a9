import type { Message } from '@parley/shared-types';
import type { MessagesById } from '../timeline/timeline-window.js';

/**
 * The loaded part of a thread: its first message and the latest replies, ascending by `seq`. Every change of the
 * room up to `version` is in it, as far as it concerns these messages.
 */
export interface ThreadWindow {
  readonly roomId: string;
  readonly root: Message;
  readonly messages: readonly Message[];
  readonly hasBefore: boolean;
  readonly version: number;
  readonly quoted: MessagesById;
}
