import type { Message } from '@parley/shared-types';
import type { Entries } from './outbox-cache.js';
import type { MessageChange, OutboxChange } from './outbox-entry.js';

/** Changes that are not confirmed yet, by message, in order. */
export type ChangesByMessage = ReadonlyMap<string, readonly OutboxChange[]>;

export const changesOf = (entries: Entries, roomId: string): ChangesByMessage => {
  const changes = new Map<string, OutboxChange[]>();
  for (const entry of entries) {
    if (entry.action === 'send' || entry.roomId !== roomId) continue;
    const list = changes.get(entry.target.id);
    if (list) list.push(entry);
    else changes.set(entry.target.id, [entry]);
  }
  return changes;
};

/** What a message will be once these changes are stored, as far as can be told here. */
export const withChanges = (message: Message, changes: readonly OutboxChange[]): Message =>
  changes.reduce(withChange, message);

const withChange = (message: Message, change: OutboxChange): Message => {
  if (message.deletedAt) return message;
  switch (change.action) {
    case 'edit':
      return change.body === message.body
        ? message
        : { ...message, body: change.body, editedAt: change.createdAt };
    case 'remove':
      return {
        ...message,
        body: '',
        mentions: [],
        mentionsAll: null,
        attachments: [],
        reactions: [],
        pinnedAt: null,
        deletedAt: change.createdAt,
      };
    case 'react':
      return { ...message, reactions: reacted(message.reactions, change.emoji, change.userId, change.isOn) };
    case 'pin':
      return { ...message, pinnedAt: change.isOn ? (message.pinnedAt ?? change.createdAt) : null };
  }
};

const reacted = (reactions: Message['reactions'], emoji: string, userId: string, isOn: boolean) => {
  const known = reactions.find((reaction) => reaction.emoji === emoji);
  if ((known?.userIds.includes(userId) ?? false) === isOn) return reactions;
  if (!known) return [...reactions, { emoji, userIds: [userId] }];
  const userIds = isOn ? [...known.userIds, userId] : known.userIds.filter((id) => id !== userId);
  return reactions.flatMap((reaction) =>
    reaction !== known ? [reaction] : userIds.length > 0 ? [{ emoji, userIds }] : [],
  );
};

const isSameThing = (a: MessageChange, b: MessageChange) =>
  a.action === b.action && (a.action !== 'react' || (b.action === 'react' && a.emoji === b.emoji));

/**
 * Which of the changes of a message that still wait are needless once there is one more: of several edits the last
 * is enough, of several turns of a switch too, and what will be deleted needs no other change. What is left says how
 * it shall end, so that nothing is wrong when one of them arrived unnoticed.
 */
export const needlessAfter = (waiting: readonly OutboxChange[], change: MessageChange): OutboxChange[] =>
  waiting.filter((earlier) => change.action === 'remove' || isSameThing(earlier, change));

/** Whether the message is already as the change would make it. */
export const isDone = (message: Message, change: MessageChange, meId: string): boolean => {
  switch (change.action) {
    case 'edit':
      return message.body === change.body;
    case 'remove':
      return message.deletedAt !== null;
    case 'react': {
      const reaction = message.reactions.find(({ emoji }) => emoji === change.emoji);
      return (reaction?.userIds.includes(meId) ?? false) === change.isOn;
    }
    case 'pin':
      return (message.pinnedAt !== null) === change.isOn;
  }
};
