import 'server-only';
import { codeOf } from '@parley/chat-client/server';
import { seeOther } from './form-reply';
import { requestApi } from './request-api';

type Api = Awaited<ReturnType<typeof requestApi>>;

/**
 * Does what a form asks for and sends the browser on: to where `act` says, to the sign-in page when the session is
 * over, or back to `origin` with what went wrong as `?error=CODE`; a function where only the form itself tells it.
 */
export const postForm = async (origin: string | (() => string), act: (api: Api) => Promise<string>) => {
  try {
    return seeOther(await act(await requestApi()));
  } catch (error) {
    const code = codeOf(error);
    const from = typeof origin === 'string' ? origin : origin();
    if (code === 'unauthenticated') return seeOther(`/login?next=${encodeURIComponent(from)}`);
    return seeOther(`${from}${from.includes('?') ? '&' : '?'}error=${code}`);
  }
};
