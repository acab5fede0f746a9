import { ERROR_STATUS, type ErrorCode } from '@parley/shared-types';
import { firstOf } from '@/lib/first-of';
import { ASKS, FIELDS, type SignInTrouble } from './sign-in-trouble';

const DAY_MS = 86_400_000;

type Query = Record<string, string | string[] | undefined>;

/** The sign-in page as it comes again after a form. What was typed as a secret is not in it, only the name. */
export const signInAddress = (next: string, username: string, trouble: SignInTrouble) => {
  const { ask, at, code, retryAfterMs } = trouble;
  const query = new URLSearchParams({ next, username: username.slice(0, 100), at });
  if (ask) query.set('ask', ask);
  if (code) query.set('error', code);
  if (retryAfterMs) query.set('wait', String(Math.ceil(retryAfterMs)));
  return `/login?${query}`;
};

/** The same, read back, whatever somebody wrote there. */
export const troubleInAddress = (query: Query): SignInTrouble => {
  const [ask, at, error] = [firstOf(query.ask), firstOf(query.at), firstOf(query.error)];
  const waitMs = Number(firstOf(query.wait));
  return {
    ask: ASKS.find((each) => each === ask) ?? null,
    at: FIELDS.find((each) => each === at) ?? 'username',
    code: error === undefined ? null : Object.hasOwn(ERROR_STATUS, error) ? (error as ErrorCode) : 'internal',
    retryAfterMs: waitMs > 0 && waitMs <= DAY_MS ? waitMs : undefined,
  };
};
