import { MAX_EMOJI_PER_MESSAGE, type Message } from '@parley/shared-types';
import { conflict, type AppError } from '../../common/app-error.js';
import type { Call, Mentions } from '../mentions/mentions.service.js';
import type { MessageRow } from './message-row.js';

/** What can become of a message after it was sent. */
export type Change =
  | { kind: 'edit'; body: string; call: Call }
  | { kind: 'delete' }
  | { kind: 'react'; userId: string; emoji: string; isOn: boolean }
  | { kind: 'pin'; isOn: boolean };

/**
 * The row as it is then, or the very same one when nothing is left to be done; an error refuses the change.
 * `mentions` is who an edit's call means.
 */
export function changed(
  row: MessageRow,
  change: Change,
  mentions: Mentions,
  now: number,
): MessageRow | AppError {
  if (row.deleted_at !== null) return change.kind === 'delete' ? row : conflict('This message was deleted.');
  switch (change.kind) {
    case 'edit':
      return change.body === row.body ? row : edited(row, change.body, mentions, now);
    case 'delete':
      return deleted(row, now);
    case 'react':
      return reacted(row, change);
    case 'pin':
      return change.isOn === (row.pinned_at !== null) ? row : { ...row, pinned_at: change.isOn ? now : null };
  }
}

const edited = (row: MessageRow, body: string, mentions: Mentions, now: number): MessageRow => ({
  ...row,
  body,
  mentions: jsonOf(mentions.userIds),
  mentions_all: mentions.all,
  edited_at: now,
});

/** A tombstone: it keeps its place, what it answered, and the thread that begins with it. */
const deleted = (row: MessageRow, now: number): MessageRow => ({
  ...row,
  body: '',
  mentions: null,
  mentions_all: null,
  attachments: null,
  reactions: null,
  pinned_at: null,
  deleted_at: now,
});

function reacted(
  row: MessageRow,
  { userId, emoji, isOn }: Change & { kind: 'react' },
): MessageRow | AppError {
  const reactions = row.reactions === null ? [] : (JSON.parse(row.reactions) as Message['reactions']);
  const known = reactions.find((reaction) => reaction.emoji === emoji);
  if (isOn === (known?.userIds.includes(userId) ?? false)) return row;
  if (isOn && !known && reactions.length >= MAX_EMOJI_PER_MESSAGE) {
    return conflict(`A message takes at most ${MAX_EMOJI_PER_MESSAGE} different emoji.`);
  }

  if (!known) reactions.push({ emoji, userIds: [userId] });
  else if (isOn) known.userIds.push(userId);
  else known.userIds = known.userIds.filter((id) => id !== userId);
  return { ...row, reactions: jsonOf(reactions.filter(({ userIds }) => userIds.length > 0)) };
}

/** An empty list is null, so that nothing is parsed for the many that have none. */
export const jsonOf = (list: unknown[]): string | null => (list.length === 0 ? null : JSON.stringify(list));
