import { formOf, textOf } from '@/lib/server/form-reply';
import { securityForm } from '@/lib/server/security-form';

/** Sets a password, or another one. */
export const POST = async (request: Request) => {
  const form = await formOf(request);
  const current = textOf(form, 'current') || undefined;
  return securityForm('password', async (api) => {
    const { recoveryCodes } = await api.call('setPassword', { current, password: textOf(form, 'password') });
    return { done: 'password', codes: recoveryCodes };
  });
};
