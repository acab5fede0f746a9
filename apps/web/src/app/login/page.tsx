import { redirect } from 'next/navigation';
import { LoginPage } from '@/features/auth/login-page';
import { troubleInAddress } from '@/features/auth/sign-in-address';
import { firstOf } from '@/lib/first-of';
import { safeNext } from '@/lib/safe-next';
import { requestApi } from '@/lib/server/request-api';

const Login = async ({ searchParams }: PageProps<'/login'>) => {
  const query = await searchParams;
  const target = safeNext(query.next);
  const api = await requestApi();
  const [me, rules] = await Promise.all([
    api.call('me').catch(() => null),
    api.call('signInRules').catch(() => null),
  ]);
  if (me) redirect(target);
  return (
    <LoginPage
      next={target}
      username={firstOf(query.username) ?? ''}
      trouble={troubleInAddress(query)}
      rules={rules}
    />
  );
};

export default Login;
