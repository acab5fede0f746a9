import { signInAddress } from '@/features/auth/sign-in-address';
import { ASKS, signInTrouble } from '@/features/auth/sign-in-trouble';
import { safeNext } from '@/lib/safe-next';
import { formOf, seeOther, textOf } from '@/lib/server/form-reply';
import { showCodes } from '@/lib/server/recovery-codes';
import { cookieApi } from '@/lib/server/request-api';

/** What a form field holds; undefined when it is empty or not there. */
const typedIn = (form: FormData, name: string) => textOf(form, name) || undefined;

/** The sign-in form. The session cookie is the API's own, passed through untouched. */
export const POST = async (request: Request) => {
  const form = await formOf(request);
  const username = textOf(form, 'username');
  const next = safeNext(textOf(form, 'next'));
  const ask = ASKS.find((each) => each === textOf(form, 'ask')) ?? null;
  const recoveryCode = typedIn(form, 'recoveryCode');
  const proof = recoveryCode ? { recoveryCode } : { password: typedIn(form, 'password') };

  const { api, cookies } = await cookieApi();
  try {
    const { recoveryCodes } = await api.call('login', { username, ...proof });
    return recoveryCodes ? await showCodes(recoveryCodes, next, cookies) : seeOther(next, cookies);
  } catch (failure) {
    return seeOther(signInAddress(next, username, signInTrouble(failure, { ask, ...proof })));
  }
};
