import 'server-only';
import { randomUUID } from 'node:crypto';
import { maxMessageLength } from './max-message-length';
import { preferences } from './preferences';

/** What the live page needs beside its data, so that its first render is the server's HTML. */
export const pageContext = async (formError: string | null, missingMessageId: string | null = null) => {
  const { timeZone } = await preferences();
  return {
    timeZone,
    now: new Date().toISOString(),
    settings: {
      formError,
      missingMessageId,
      maxMessageLength: maxMessageLength(),
      formClientId: randomUUID(),
    },
  };
};
