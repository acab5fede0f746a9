import type { Message, ThreadState } from '@parley/shared-types';
import { notFound } from '../../common/app-error.js';
import type { MessageRow } from '../messages/message-row.js';
import type { StandingRow, ThreadKey } from './threads.repository.js';

/** @throws AppError `not_found` for a reply: no thread begins in one */
export function requireRoot(message: MessageRow): void {
  if (message.thread_root_id !== null) throw notFound('thread');
}

/** To who does not follow a thread nothing of it is unread. */
export function toState({ roomId, rootId }: ThreadKey, row: StandingRow): ThreadState {
  const lastSeq = row.last_seq ?? 0;
  const isFollowed = Boolean(row.is_followed);
  return {
    roomId,
    rootId,
    isFollowed,
    readSeq: isFollowed ? row.read_seq! : lastSeq,
    lastSeq,
    unreadCount: isFollowed ? row.unread_count : 0,
  };
}

/** What lies beside a page of replies; an empty one lies where it was asked for. */
export function edgesOf(
  { first_seq: firstSeq, last_seq: lastSeq }: Pick<StandingRow, 'first_seq' | 'last_seq'>,
  { before, after }: { before?: number | undefined; after?: number | undefined },
  items: Message[],
): { hasBefore: boolean; hasAfter: boolean } {
  const from = items[0]?.seq ?? (after === undefined ? (before ?? 0) : after + 1);
  const to = items.at(-1)?.seq ?? from - 1;
  return {
    hasBefore: firstSeq !== null && firstSeq < from,
    hasAfter: lastSeq !== null && lastSeq > to,
  };
}
