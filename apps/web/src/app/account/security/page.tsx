import { SecurityPage } from '@/features/auth/security-page';
import { answerDown } from '@/features/connection/answers';
import { firstOf } from '@/lib/first-of';
import { preferences } from '@/lib/server/preferences';
import { requestApi } from '@/lib/server/request-api';
import { isDown, signInFirst } from '@/lib/server/sign-in-first';

const Security = async ({ searchParams }: PageProps<'/account/security'>) => {
  const [api, { timeZone }, { done, error, form }] = await Promise.all([
    requestApi(),
    preferences(),
    searchParams,
  ]);
  const loaded = await Promise.all([
    api.call('me'),
    api.call('credentials'),
    api.call('sessions'),
    api.call('blocks'),
    api.call('signInRules'),
  ]).catch((failure: unknown) => {
    signInFirst(failure, '/account/security');
    if (isDown(failure)) return null;
    throw failure;
  });
  if (!loaded) return answerDown('/account/security');
  const [me, credentials, sessions, blocked, { mode }] = loaded;
  return (
    <SecurityPage
      me={me}
      credentials={credentials}
      sessions={sessions.items}
      blocked={blocked.items}
      mode={mode}
      timeZone={timeZone}
      done={firstOf(done)}
      error={firstOf(error)}
      form={firstOf(form)}
    />
  );
};

export default Security;
