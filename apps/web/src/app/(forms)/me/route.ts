import { textOf } from '@/lib/server/form-reply';
import { postForm } from '@/lib/server/post-form';

/** Changes the name that others see. */
export const POST = async (request: Request) => {
  const form = await request.formData();
  return postForm('/account', async (api) => {
    await api.call('updateMe', { displayName: textOf(form, 'displayName') });
    return '/account';
  });
};
