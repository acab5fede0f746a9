import { AccountPage } from '@/features/account/account-page';
import { answerDown } from '@/features/connection/answers';
import { firstOf } from '@/lib/first-of';
import { preferences } from '@/lib/server/preferences';
import { requestApi } from '@/lib/server/request-api';
import { isDown, signInFirst } from '@/lib/server/sign-in-first';

const Account = async ({ searchParams }: PageProps<'/account'>) => {
  const [api, { locale, theme, density }, { error }] = await Promise.all([
    requestApi(),
    preferences(),
    searchParams,
  ]);
  const loaded = await Promise.all([api.call('me'), api.call('credentials')]).catch((failure: unknown) => {
    signInFirst(failure, '/account');
    if (isDown(failure)) return null;
    throw failure;
  });
  if (!loaded) return answerDown('/account');
  const [me, { isExternal }] = loaded;
  return (
    <AccountPage
      me={me}
      isExternal={isExternal}
      locale={locale}
      theme={theme}
      density={density}
      error={firstOf(error)}
    />
  );
};

export default Account;
