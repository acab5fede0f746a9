import { safeNext } from '@/lib/safe-next';
import { formOf, textOf } from '@/lib/server/form-reply';
import { postForm } from '@/lib/server/post-form';

/** Stops blocking somebody, and goes back to where that was asked for. */
export const POST = async (request: Request, { params }: RouteContext<'/people/[userId]/unblock'>) => {
  const [{ userId }, form] = await Promise.all([params, formOf(request)]);
  const from = safeNext(textOf(form, 'from'));
  return postForm(from, async (api) => {
    await api.call('unblock', { userId });
    return from;
  });
};
