import { CallFailed, codeOf } from '@parley/chat-client/server';
import { NEW_NAME_NEEDS_PASSWORD, type ErrorCode } from '@parley/shared-types';

/** What the form asks for beside the name. `newPassword`: the name is new, and this makes it somebody's. */
export const ASKS = ['password', 'newPassword', 'recoveryCode'] as const;
export type Ask = (typeof ASKS)[number];

export const FIELDS = ['username', 'password', 'recoveryCode'] as const;
export type Field = (typeof FIELDS)[number];

/** What a form asked for, and what it brought. */
export type SignInTry = { ask: Ask | null; password?: string | undefined; recoveryCode?: string | undefined };

/** What to show after a sign-in that did not succeed. Without a `code` nothing is wrong: more is asked for. */
export type SignInTrouble = {
  ask: Ask | null;
  at: Field;
  code: ErrorCode | null;
  retryAfterMs?: number | undefined;
};

const fieldOf = (ask: Ask | null): Field => (ask === 'newPassword' ? 'password' : (ask ?? 'username'));

/** Reads the server's refusal. */
export const signInTrouble = (failure: unknown, given: SignInTry): SignInTrouble => {
  const code = codeOf(failure);
  const [wanted] = failure instanceof CallFailed ? failure.errors : [];
  const at = FIELDS.find((field) => field === wanted?.path) ?? fieldOf(given.ask);
  if (code !== 'unauthenticated' || at === 'username') {
    const retryAfterMs = failure instanceof CallFailed ? failure.retryAfterMs : undefined;
    return { ask: given.ask, at, code, retryAfterMs };
  }

  const isTried = given[at] !== undefined;
  // A code that did not open a name with a password leaves the way by the password.
  const staysAtPassword = isTried && given.ask === 'password';
  if (at === 'recoveryCode') {
    return { ask: staysAtPassword ? 'password' : at, at, code: isTried ? code : null };
  }
  const isNew = wanted?.message === NEW_NAME_NEEDS_PASSWORD;
  return { ask: isNew ? 'newPassword' : 'password', at, code: isTried ? code : null };
};
