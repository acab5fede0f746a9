import { MIN_PASSWORD_LENGTH, type AuthMode } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { LoginField } from './login-field';
import type { SignInTrouble } from './sign-in-trouble';
import { useTroubleText } from './use-trouble-text';

type LoginFormProps = {
  next: string;
  username: string;
  trouble: SignInTrouble;
  /** Undefined while the server cannot be asked. */
  mode: Exclude<AuthMode, 'external'> | undefined;
};

const AS_TYPED = { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false } as const;

/** A plain form. It begins with the name alone, and comes again with whatever that name opens by. */
export const LoginForm = ({ next, username, trouble, mode }: LoginFormProps) => {
  const t = useTranslations('login');
  const told = useTroubleText(trouble);
  const { ask, at } = trouble;
  const wrongAt = (field: SignInTrouble['at']) => (field === at ? told : null);
  const button = <Button size="lg">{t('continue')}</Button>;
  const isNew = ask === 'newPassword';
  const code = (
    <LoginField
      name="recoveryCode"
      label={t('recoveryCode')}
      autoFocus={at === 'recoveryCode'}
      autoComplete="off"
      {...AS_TYPED}
      error={wrongAt('recoveryCode')}
    />
  );
  return (
    <form method="post" action="/sign-in" className="mt-9 grid max-w-[400px] grid-cols-[minmax(0,1fr)] gap-5">
      <input type="hidden" name="next" value={next} />
      {ask && <input type="hidden" name="ask" value={ask} />}
      <LoginField
        name="username"
        label={t('username')}
        defaultValue={username}
        required
        autoFocus={at === 'username'}
        autoComplete="username"
        {...AS_TYPED}
        maxLength={64}
        error={wrongAt('username')}
        {...(ask === null && mode && { hint: t(`note.${mode}`) })}
      >
        {ask === null && button}
      </LoginField>
      {ask && ask !== 'recoveryCode' && (
        <LoginField
          name="password"
          type="password"
          label={t('password')}
          autoFocus={at === 'password'}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          {...(isNew && {
            required: true,
            minLength: MIN_PASSWORD_LENGTH,
            hint: t('chooses', { count: MIN_PASSWORD_LENGTH }),
          })}
          error={wrongAt('password')}
        />
      )}
      {ask === 'password' && (
        <details open={at === 'recoveryCode'}>
          <summary className="w-fit text-[13.5px] font-semibold text-link underline underline-offset-2 touch:min-h-11">
            {t('useCode')}
          </summary>
          <div className="mt-4">{code}</div>
        </details>
      )}
      {ask === 'recoveryCode' && (
        <>
          <p className="text-[13px] leading-[19px] text-muted">{t('kept')}</p>
          {code}
        </>
      )}
      {ask && <div>{button}</div>}
    </form>
  );
};
