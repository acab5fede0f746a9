import { redirect } from 'next/navigation';
import { LoginPage } from '@/features/auth/login-page';
import { safeNext } from '@/lib/safe-next';
import { requestApi } from '@/lib/server/request-api';

const Login = async ({ searchParams }: PageProps<'/login'>) => {
  const { next, error, username } = await searchParams;
  const target = safeNext(next);
  const api = await requestApi();
  const me = await api.call('me').catch(() => null);
  if (me) redirect(target);
  return (
    <LoginPage
      next={target}
      error={typeof error === 'string' ? error : undefined}
      username={typeof username === 'string' ? username : ''}
    />
  );
};

export default Login;
