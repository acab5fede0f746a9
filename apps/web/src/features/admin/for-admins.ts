import 'server-only';
import { codeOf } from '@parley/chat-client/server';
import { answerDown, answerNotFound } from '@/features/connection/answers';
import { requestApi } from '@/lib/server/request-api';
import { isDown, signInFirst } from '@/lib/server/sign-in-first';

type Api = Awaited<ReturnType<typeof requestApi>>;

const UNKNOWN = ['forbidden', 'not_found', 'validation_failed'];

/** A page for admins; for everybody else there is none at this address. */
export const forAdmins = async (
  path: string,
  render: (api: Api, meId: string) => Promise<React.ReactNode>,
) => {
  try {
    const api = await requestApi();
    const { id, role } = await api.call('me');
    return role === 'admin' ? await render(api, id) : answerNotFound();
  } catch (failure) {
    signInFirst(failure, path);
    if (isDown(failure)) return answerDown(path);
    if (UNKNOWN.includes(codeOf(failure))) return answerNotFound();
    throw failure;
  }
};
