import { useTranslations } from 'next-intl';
import { useCodeText } from '@/features/connection/use-code-text';
import { Button } from '@/ui/button';
import { Wordmark } from '@/ui/mark';
import { LoginTalk } from './login-talk';

type LoginPageProps = { next: string; username: string; error: string | undefined };

/** A plain form: it works without a script, so there is none. */
export const LoginPage = ({ next, username, error }: LoginPageProps) => {
  const t = useTranslations('login');
  const failure = useCodeText(error);
  const told = error === 'validation_failed' ? t('badName') : failure;
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] min-[760px]:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
      <title>{`${t('title')} – Parley`}</title>
      <main className="flex flex-col justify-center px-[clamp(20px,9vw,128px)] py-12">
        <Wordmark size={34} />
        <h1 className="mt-10 max-w-[12ch] font-display text-[clamp(34px,4.4vw,54px)] leading-[1.05] font-[650] tracking-[-.03em] min-[760px]:mt-14">
          {t('heading')}
        </h1>
        <p className="mt-3.5 max-w-[44ch] text-muted">{t('text')}</p>
        <form method="post" action="/sign-in" className="mt-9 max-w-[400px]">
          <input type="hidden" name="next" value={next} />
          <label htmlFor="username" className="mb-1.5 block text-sm font-semibold">
            {t('username')}
          </label>
          <div className="flex gap-2.5">
            <input
              id="username"
              name="username"
              defaultValue={username}
              required
              autoFocus
              autoComplete="username"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              maxLength={64}
              aria-invalid={told ? true : undefined}
              aria-describedby={told ? 'told note' : 'note'}
              className="field h-[46px] min-w-0 flex-1 rounded-xl px-3.5 text-base"
            />
            <Button size="lg">{t('continue')}</Button>
          </div>
          {told && (
            <p id="told" role="alert" className="mt-3 text-[13.5px] leading-5 font-medium text-danger">
              {told}
            </p>
          )}
          <p id="note" className="mt-3.5 text-[13px] leading-[19px] text-muted">
            {t('note')}
          </p>
        </form>
      </main>
      <LoginTalk />
    </div>
  );
};
