import type { Message } from '@parley/shared-types';

/** Whether a message calls this person: by name, or with everyone. Nobody calls themselves. */
export const mentions = (message: Message | null, meId: string | undefined) =>
  message !== null &&
  meId !== undefined &&
  message.senderId !== meId &&
  (message.mentions.includes(meId) || message.mentionsAll !== null);
