import { formOf, textOf } from '@/lib/server/form-reply';
import { securityForm } from '@/lib/server/security-form';

/** Makes recovery codes in the place of the earlier ones. */
export const POST = async (request: Request) => {
  const form = await formOf(request);
  const current = textOf(form, 'current') || undefined;
  return securityForm('codes', async (api) => {
    const { recoveryCodes } = await api.call('makeRecoveryCodes', { current });
    return { done: 'codes', codes: recoveryCodes };
  });
};
