import { safeNext } from '@/lib/safe-next';
import { seeOther, textOf } from '@/lib/server/form-reply';
import { apiUrl, passedOn } from '@/lib/server/request-api';

const login = async (username: string) => {
  const headers = { ...(await passedOn()), 'content-type': 'application/json', accept: 'application/json' };
  const reply = await fetch(`${apiUrl()}/api/v1/auth/login`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ username }),
    signal: AbortSignal.timeout(10_000),
    cache: 'no-store',
  });
  if (reply.ok) return { cookies: reply.headers.getSetCookie() };
  const problem = (await reply.json().catch(() => ({}))) as { code?: string };
  return { error: problem.code ?? 'unavailable' };
};

/** The sign-in form. The session cookie is the API's own, passed through untouched. */
export const POST = async (request: Request) => {
  const form = await request.formData().catch(() => new FormData());
  const username = textOf(form, 'username');
  const next = safeNext(textOf(form, 'next'));
  const { cookies, error } = await login(username).catch(() => ({
    cookies: undefined,
    error: 'unavailable',
  }));
  if (cookies) return seeOther(next, cookies);
  return seeOther(
    `/login?${new URLSearchParams({ next, username: username.slice(0, 100), error: error ?? '' })}`,
  );
};
