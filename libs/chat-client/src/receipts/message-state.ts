import type { Message, Room } from '@parley/shared-types';

/** Stored, on the devices of all other members, or read by all of them. */
export type MessageState = 'sent' | 'delivered' | 'read';

/** How far a message of mine got. Rooms without receipts (channels, large groups) never go past `sent`. */
export const messageState = (
  message: Pick<Message, 'seq'>,
  room: Room | undefined,
  meId: string,
): MessageState => {
  const others = room?.receipts.filter((receipt) => receipt.userId !== meId) ?? [];
  if (others.length === 0) return 'sent';
  if (others.every((receipt) => receipt.readSeq >= message.seq)) return 'read';
  return others.every((receipt) => receipt.deliveredSeq >= message.seq) ? 'delivered' : 'sent';
};
