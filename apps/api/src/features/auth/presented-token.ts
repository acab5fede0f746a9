import type { IncomingHttpHeaders } from 'node:http';
import { SESSION_COOKIE } from '@parley/shared-types';
import { parseCookie } from 'cookie';

/** The token a request carries: `Authorization: Bearer`, which a caller sets on purpose, before the cookie. */
export function presentedToken(headers: IncomingHttpHeaders): { token?: string; byCookie: boolean } {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer) return { token: bearer, byCookie: false };
  const cookie = parseCookie(headers.cookie ?? '')[SESSION_COOKIE];
  return { ...(cookie && { token: cookie }), byCookie: cookie !== undefined };
}
