import type { AuthMode, MyCredentials, Session, User } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { BlockedPeople } from '@/features/blocks/blocked-people';
import { useCodeText } from '@/features/connection/use-code-text';
import { FullPage } from '@/ui/full-page';
import { DeviceList } from './device-list';
import { PasswordForm } from './password-form';
import { RecoveryForm } from './recovery-form';

export type SecurityForm = 'password' | 'codes' | 'devices';

type SecurityPageProps = {
  me: User;
  credentials: MyCredentials;
  sessions: Session[];
  blocked: User[];
  mode: AuthMode;
  timeZone: string;
  /** What the last form came to: done, or an error code and the form it belongs to. */
  done: string | undefined;
  error: string | undefined;
  form: string | undefined;
};

const DONE = ['password', 'codes', 'device', 'devices', 'unblocked'] as const;

/** What keeps my name mine, and where I am signed in: plain forms. */
export const SecurityPage = (props: SecurityPageProps) => {
  const { me, credentials, sessions, blocked, mode, timeZone, done, error, form } = props;
  const t = useTranslations('security');
  const told = useCodeText(error);
  const isDone = DONE.find((each) => each === done);
  const errorOf = (name: SecurityForm) => (form === name ? (error ?? null) : null);
  return (
    <FullPage>
      <title>{`${t('title')} – Parley`}</title>
      <div className="grid w-full max-w-[560px] grid-cols-1 gap-10 px-6">
        <header>
          <a
            href="/account"
            className="inline-flex items-center text-[13.5px] font-semibold text-link underline underline-offset-2 touch:min-h-11 touch:min-w-11"
          >
            {t('account')}
          </a>
          <h1 className="mt-2 font-display text-3xl font-[650] tracking-[-.02em]">{t('title')}</h1>
          {isDone && (
            <p role="status" className="mt-3 font-medium text-ok">
              {t(`done.${isDone}`)}
            </p>
          )}
          {told && !['password', 'codes'].includes(form ?? '') && (
            <p role="alert" className="mt-3 font-medium text-danger">
              {told}
            </p>
          )}
        </header>
        {credentials.isExternal ? (
          <p>{t('external')}</p>
        ) : (
          <>
            <PasswordForm me={me} credentials={credentials} mode={mode} error={errorOf('password')} />
            <RecoveryForm credentials={credentials} mode={mode} error={errorOf('codes')} />
          </>
        )}
        <DeviceList sessions={sessions} timeZone={timeZone} />
        <BlockedPeople people={blocked} />
      </div>
    </FullPage>
  );
};
