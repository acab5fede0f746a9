import type { Message } from '@parley/shared-types';
import { messagePath, threadPath } from '@/features/shell/paths';

type Given = { author: string; comment: string; origin: string };

/** A message as it is passed on: a comment, who said it, what was said, and where. Its files stay where they are, and are named. */
export const forwarded = (message: Message, { author, comment, origin }: Given) => {
  const { roomId, id, threadRootId, body, attachments } = message;
  const path = threadRootId ? threadPath(roomId, threadRootId, id) : messagePath(roomId, id);
  const said = [...(body === '' ? [] : body.split('\n')), ...attachments.map(({ name }) => name)];
  const quote = [`${author}:`, ...said].map((line) => `> ${line}`).join('\n');
  return [comment.trim(), `${quote}\n> ${origin}${path}`].filter(Boolean).join('\n\n');
};
