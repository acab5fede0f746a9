import 'server-only';
import { codeOf } from '@parley/chat-client/server';
import { seeOther } from './form-reply';
import { requestApi } from './request-api';

type Api = Awaited<ReturnType<typeof requestApi>>;

/**
 * Does what a form asks for and sends the browser on: to where `act` says, to the sign-in page when the session is
 * over, or back to `from` with what went wrong as `?error=CODE`.
 */
export const postForm = async (from: string, act: (api: Api) => Promise<string>) => {
  try {
    return seeOther(await act(await requestApi()));
  } catch (error) {
    const code = codeOf(error);
    if (code === 'unauthenticated') return seeOther(`/login?next=${encodeURIComponent(from)}`);
    return seeOther(`${from}?error=${code}`);
  }
};
