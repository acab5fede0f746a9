import { MAX_PASSWORD_LENGTH, type AuthMode, type MyCredentials } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Section } from '@/ui/section';
import { TextField } from '@/ui/text-field';
import { useCredentialError } from './use-credential-error';

type RecoveryFormProps = { credentials: MyCredentials; mode: AuthMode; error: string | null };

/** How many codes are left, and new ones in their place. */
export const RecoveryForm = ({ credentials, mode, error }: RecoveryFormProps) => {
  const t = useTranslations('security.codes');
  const wrong = useCredentialError(error);
  const { hasPassword, recoveryCodesLeft: count } = credentials;
  // Codes open what is kept; a name that nothing keeps needs none.
  const isKept = hasPassword || count > 0 || mode === 'claim';
  if (!isKept) return <Section title={t('title')} text={t('notYet')} />;
  return (
    <Section title={t('title')} text={`${t('left', { count })} ${t('text')}`}>
      <form method="post" action="/account/recovery-codes/new" className="grid max-w-[340px] gap-4">
        {hasPassword && (
          <TextField
            name="current"
            type="password"
            label={t('password')}
            error={wrong.current}
            autoComplete="current-password"
            maxLength={MAX_PASSWORD_LENGTH}
          />
        )}
        <div>
          <Button look="quiet">{t('make')}</Button>
          <p className="mt-2 text-[13px] leading-5 text-muted">{t('old')}</p>
        </div>
        {(wrong.form ?? wrong.password) && (
          <p role="alert" className="text-[13.5px] leading-5 text-danger">
            {wrong.form ?? wrong.password}
          </p>
        )}
      </form>
    </Section>
  );
};
