import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie } from 'cookie';

/** By which a browser that keeps a claimed name is known again, also after signing out. */
export const BROWSER_COOKIE = 'browser';

const SECRET = /^[\w-]{43}$/;

export function browserSecretOf(headers: IncomingHttpHeaders): string | undefined {
  const secret = parseCookie(headers.cookie ?? '')[BROWSER_COOKIE];
  return secret && SECRET.test(secret) ? secret : undefined;
}
