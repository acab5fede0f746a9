import type { Message, Room } from '@parley/shared-types';
import { seenBy } from '@/features/receipts/seen';

export type ActionId =
  | 'react'
  | 'reply'
  | 'thread'
  | 'edit'
  | 'delete'
  | 'pin'
  | 'copyText'
  | 'copyLink'
  | 'forward'
  | 'markUnread'
  | 'seenBy';

type Circumstances = { meId: string | undefined; room: Room | undefined; inThread: boolean };

const READING: readonly ActionId[] = ['copyText', 'copyLink', 'forward'];

/** What this person may do with a stored message: the same rules as the server's, so that nothing else is offered. */
export const permitted = (
  message: Message | null,
  { meId, room, inThread }: Circumstances,
): ReadonlySet<ActionId> => {
  const allowed = new Set<ActionId>();
  if (!message || message.deletedAt !== null || !room?.me) return allowed;
  const mine = message.senderId === meId;
  const moderates = room.kind !== 'direct' && room.me.role !== 'member';

  for (const action of READING) allowed.add(action);
  if (message.body === '') allowed.delete('copyText');
  if (!inThread) allowed.add('markUnread');
  if (seenBy(room, message)) allowed.add('seenBy');
  if (room.archivedAt !== null) return allowed;

  for (const action of ['react', 'reply', 'pin'] as const) allowed.add(action);
  if (message.threadRootId === null && !inThread) allowed.add('thread');
  if (mine) allowed.add('edit');
  if (mine || moderates) allowed.add('delete');
  return allowed;
};
