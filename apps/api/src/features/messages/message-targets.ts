import { invalid, type AppError } from '../../common/app-error.js';
import type { Reply } from '../followers/thread-followers.js';
import type { Mentions } from '../mentions/mentions.service.js';
import type { Draft } from './message-placing.js';
import type { MessageRow } from './message-row.js';

/** The messages that drafts quote, and the roots of their threads. */
export const targetIdsOf = (drafts: Draft[]): string[] => [
  ...new Set(drafts.flatMap(({ replyToId, threadRootId }) => [replyToId ?? [], threadRootId ?? []].flat())),
];

/** A draft refers only to what its room holds, and threads do not branch. */
export function misdirected(draft: Draft, targets: Map<string, MessageRow>): AppError | null {
  for (const field of ['replyToId', 'threadRootId'] as const) {
    const id = draft[field];
    if (id && targets.get(id)?.room_id !== draft.roomId) return invalid(field, 'Not a message of this room');
  }
  const root = draft.threadRootId && targets.get(draft.threadRootId);
  return root && root.thread_root_id !== null ? invalid('threadRootId', 'This is a reply in a thread') : null;
}

/** Those of the stored messages that go on a thread. */
export const repliesAmong = (
  rows: MessageRow[],
  mentions: Mentions[],
  targets: Map<string, MessageRow>,
): Reply[] =>
  rows.flatMap(({ room_id: roomId, thread_root_id: rootId, sender_id: senderId, seq }, i) => {
    if (rootId === null) return [];
    const rootSenderId = targets.get(rootId)!.sender_id;
    return { roomId, rootId, rootSenderId, senderId, seq, mentions: mentions[i]!.userIds };
  });
