import 'server-only';
import { codeOf } from '@parley/chat-client/server';
import { redirect } from 'next/navigation';

/** Leads to the sign-in page and back to `path` when a call failed because nobody is signed in. */
export const signInFirst = (error: unknown, path: string) => {
  if (codeOf(error) === 'unauthenticated') redirect(`/login?next=${encodeURIComponent(path)}`);
};

/** Whether a call failed because the API is not there now. */
export const isDown = (error: unknown) => ['unavailable', 'timeout'].includes(codeOf(error));
