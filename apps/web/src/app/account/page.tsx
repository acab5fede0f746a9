import { AccountPage } from '@/features/account/account-page';
import { answerDown } from '@/features/connection/answers';
import { firstOf } from '@/lib/first-of';
import { preferences } from '@/lib/server/preferences';
import { requestApi } from '@/lib/server/request-api';
import { isDown, signInFirst } from '@/lib/server/sign-in-first';

const Account = async ({ searchParams }: PageProps<'/account'>) => {
  const [api, { theme }, { error }] = await Promise.all([requestApi(), preferences(), searchParams]);
  const me = await api.call('me').catch((failure: unknown) => {
    signInFirst(failure, '/account');
    if (isDown(failure)) return null;
    throw failure;
  });
  return me ? <AccountPage me={me} theme={theme} error={firstOf(error)} /> : answerDown('/account');
};

export default Account;
