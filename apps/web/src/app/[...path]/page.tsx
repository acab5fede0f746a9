import { answerNotFound } from '@/features/connection/answers';
import { requestApi } from '@/lib/server/request-api';
import { signInFirst } from '@/lib/server/sign-in-first';

/** Any other address: unknown to those inside, the sign-in page to everyone else. */
const Elsewhere = async ({ params }: PageProps<'/[...path]'>) => {
  const path = `/${(await params).path.join('/')}`;
  const api = await requestApi();
  await api.call('me').catch((error: unknown) => signInFirst(error, path));
  return answerNotFound();
};

export default Elsewhere;
