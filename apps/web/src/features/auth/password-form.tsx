import {
  MAX_PASSWORD_LENGTH,
  MIN_PASSWORD_LENGTH,
  type AuthMode,
  type MyCredentials,
  type User,
} from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Section } from '@/ui/section';
import { TextField } from '@/ui/text-field';
import { useCredentialError } from './use-credential-error';

type PasswordFormProps = {
  me: User;
  credentials: MyCredentials;
  mode: AuthMode;
  /** The code of what went wrong with this form. */
  error: string | null;
};

/** Sets a password, or another one in its place. */
export const PasswordForm = ({ me, credentials, mode, error }: PasswordFormProps) => {
  const t = useTranslations('security.password');
  const wrong = useCredentialError(error);
  const { hasPassword } = credentials;
  const text = hasPassword ? t('change') : t(mode === 'claim' ? 'claimed' : 'none');
  return (
    <Section title={t('title')} text={text}>
      <form method="post" action="/account/password" className="grid max-w-[340px] gap-4">
        {/* So that whatever keeps passwords knows whose this is. */}
        <input hidden readOnly name="username" autoComplete="username" value={me.username} />
        {hasPassword && (
          <TextField
            name="current"
            type="password"
            label={t('current')}
            hint={t('forgotten')}
            error={wrong.current}
            autoComplete="current-password"
            maxLength={MAX_PASSWORD_LENGTH}
          />
        )}
        <TextField
          name="password"
          type="password"
          label={t('new')}
          hint={t('hint', { count: MIN_PASSWORD_LENGTH })}
          error={wrong.password}
          required
          autoComplete="new-password"
          minLength={MIN_PASSWORD_LENGTH}
          maxLength={MAX_PASSWORD_LENGTH}
        />
        <div>
          <Button>{t(hasPassword ? 'save' : 'set')}</Button>
          <p className="mt-2 text-[13px] leading-5 text-muted">{t('others')}</p>
        </div>
        {wrong.form && (
          <p role="alert" className="text-[13.5px] leading-5 text-danger">
            {wrong.form}
          </p>
        )}
      </form>
    </Section>
  );
};
