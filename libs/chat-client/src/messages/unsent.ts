import type { MessageChange, OutboxMessage } from './outbox-entry.js';

/** Whether the server may have this message already, so that it must stay as it was sent. */
const mayBeStored = ({ state, isTried }: OutboxMessage) => state !== 'failed' && isTried;

/**
 * What a message that is not stored yet becomes by a change: another body, nothing (undefined), or the same with the
 * change to follow as soon as it is stored. Reactions and pins need a stored message.
 */
export const reviseUnsent = (entry: OutboxMessage, change: MessageChange): OutboxMessage | undefined => {
  if (change.action !== 'edit' && change.action !== 'remove') return entry;
  if (mayBeStored(entry)) return { ...entry, then: change };
  return change.action === 'edit' ? { ...entry, body: change.body } : undefined;
};
