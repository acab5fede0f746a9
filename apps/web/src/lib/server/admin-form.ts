import 'server-only';
import { safeNext } from '@/lib/safe-next';
import { formOf, textOf } from './form-reply';
import { postForm } from './post-form';
import type { requestApi } from './request-api';

type Api = Awaited<ReturnType<typeof requestApi>>;

/** Does what a form of the pages for admins asks for, and goes back to where it stands with what was done. */
export const adminForm = async (
  request: Request,
  done: string,
  act: (api: Api, form: FormData) => Promise<unknown>,
) => {
  const form = await formOf(request);
  const back = safeNext(textOf(form, 'back'));
  const from = back.startsWith('/admin/') ? back : '/admin/people';
  return postForm(from, async (api) => {
    await act(api, form);
    return `${from}${from.includes('?') ? '&' : '?'}done=${done}`;
  });
};
