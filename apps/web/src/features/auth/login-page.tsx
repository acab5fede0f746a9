import type { SignInRules } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Wordmark } from '@/ui/mark';
import { LoginForm } from './login-form';
import { LoginTalk } from './login-talk';
import type { SignInTrouble } from './sign-in-trouble';

type LoginPageProps = {
  next: string;
  username: string;
  trouble: SignInTrouble;
  /** Null while the server cannot be asked. */
  rules: SignInRules | null;
};

/** Works without a script, so there is none. It says what a name is worth here. */
export const LoginPage = ({ rules, ...form }: LoginPageProps) => {
  const t = useTranslations('login');
  const mode = rules?.mode;
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] min-[760px]:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
      <title>{`${t('title')} – Parley`}</title>
      <main className="flex flex-col justify-center px-[clamp(20px,9vw,128px)] py-12">
        <Wordmark size={34} />
        <h1 className="mt-10 max-w-[12ch] font-display text-[clamp(34px,4.4vw,54px)] leading-[1.05] font-[650] tracking-[-.03em] min-[760px]:mt-14">
          {t('heading')}
        </h1>
        <p className="mt-3.5 max-w-[44ch] text-muted">{t(`text.${mode ?? 'password'}`)}</p>
        {mode !== 'external' && <LoginForm mode={mode} {...form} />}
        {rules?.external && mode !== 'external' && (
          <p className="mt-5 max-w-[44ch] text-[13px] leading-[19px] text-muted">{t('elsewhere')}</p>
        )}
      </main>
      <LoginTalk />
    </div>
  );
};
