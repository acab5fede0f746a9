import { SESSION_COOKIE } from '@parley/shared-types';
import { seeOther } from '@/lib/server/form-reply';
import { requestApi } from '@/lib/server/request-api';
import { codeOf } from '@parley/chat-client/server';

/** Ends the session here and on the server; without the server it stays, and the page says so. */
export const POST = async () => {
  try {
    await (await requestApi()).call('logout');
  } catch (error) {
    if (codeOf(error) !== 'unauthenticated') return seeOther(`/account?error=${codeOf(error)}`);
  }
  return seeOther('/login', [`${SESSION_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`]);
};
