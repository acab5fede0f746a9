import { RecoveryCodesPage } from '@/features/auth/recovery-codes-page';
import { answerDown } from '@/features/connection/answers';
import { safeNext } from '@/lib/safe-next';
import { takeCodes } from '@/lib/server/recovery-codes';
import { requestApi } from '@/lib/server/request-api';
import { isDown, signInFirst } from '@/lib/server/sign-in-first';

const RecoveryCodes = async ({ searchParams }: PageProps<'/account/recovery-codes'>) => {
  const next = safeNext((await searchParams).next);
  const api = await requestApi();
  const me = await api.call('me').catch((failure: unknown) => {
    signInFirst(failure, '/account/security');
    if (isDown(failure)) return null;
    throw failure;
  });
  if (!me) return answerDown('/account/security');
  return <RecoveryCodesPage username={me.username} codes={await takeCodes()} next={next} />;
};

export default RecoveryCodes;
