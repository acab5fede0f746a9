import 'server-only';
import { CallFailed, codeOf } from '@parley/chat-client/server';
import { seeOther } from './form-reply';
import { showCodes } from './recovery-codes';
import { cookieApi } from './request-api';

type Api = Awaited<ReturnType<typeof cookieApi>>['api'];
type Outcome = { done: string; codes?: string[] | undefined };

const PAGE = '/account/security';

/**
 * Does what a form of the security page asks for. It comes back there with what was done, by way of the codes where
 * some were made; or with what went wrong, and in which `form`. A session that is over leads to the sign-in page.
 */
export const securityForm = async (
  form: 'password' | 'codes' | 'devices',
  act: (api: Api) => Promise<Outcome>,
) => {
  const { api, cookies } = await cookieApi();
  try {
    const { done, codes } = await act(api);
    const next = `${PAGE}?done=${done}`;
    return codes ? await showCodes(codes, next, cookies) : seeOther(next, cookies);
  } catch (failure) {
    const [code, isOfField] = [codeOf(failure), failure instanceof CallFailed && failure.errors.length > 0];
    if (code === 'unauthenticated' && !isOfField) return seeOther(`/login?next=${encodeURIComponent(PAGE)}`);
    return seeOther(`${PAGE}?error=${code}&form=${form}`);
  }
};
