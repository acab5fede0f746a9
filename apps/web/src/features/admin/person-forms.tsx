import { MAX_DISPLAY_NAME_LENGTH, type AdminUser } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Button, buttonClass } from '@/ui/button';
import { TextField } from '@/ui/text-field';
import { AskedAgain } from './asked-again';

const SMALL = buttonClass({ look: 'quiet', size: 'sm' });

type PersonFormsProps = { person: AdminUser; isMe: boolean; back: string };

/** What admins do about one person: plain forms, what ends something asks once more. */
export const PersonForms = ({ person, isMe, back }: PersonFormsProps) => {
  const t = useTranslations('admin.person');
  const { id, displayName: name, username, deactivatedAt, isExternal, sessions } = person;
  const action = (act: string) => `/admin/people/${id}/${act}`;
  const returning = <input type="hidden" name="back" value={back} />;
  return (
    <details className="mt-1.5">
      <summary className="w-fit text-[13.5px] font-semibold text-link underline underline-offset-2 touch:min-h-11">
        {t('manage')} <span className="sr-only">{name}</span>
      </summary>
      <div className="mt-3 grid gap-4 pb-2">
        <form
          method="post"
          action={action('rename')}
          className="grid gap-3 sm:grid-cols-[1fr_1fr_auto] sm:items-end"
        >
          {returning}
          <TextField name="username" label={t('username')} required maxLength={64} defaultValue={username} />
          <input type="hidden" name="displayNameBefore" value={name} />
          {!isExternal && (
            <TextField
              name="displayName"
              label={t('displayName')}
              required
              maxLength={MAX_DISPLAY_NAME_LENGTH}
              defaultValue={name}
            />
          )}
          <Button look="quiet" className="h-10 w-fit">
            {t('rename')}
          </Button>
        </form>
        <div className="flex flex-wrap items-start gap-2.5">
          {sessions > 0 && !isMe && (
            <AskedAgain
              ask={t('signOut')}
              text={t('signOutText', { name })}
              confirm={t('signOutConfirm', { name })}
              action={action('sign-out')}
              back={back}
            />
          )}
          {deactivatedAt && (
            <form method="post" action={action('reactivate')}>
              {returning}
              <Button look="quiet" size="sm">
                {t('reactivate')}
              </Button>
            </form>
          )}
          {!deactivatedAt && !isMe && (
            <AskedAgain
              ask={t('deactivate')}
              text={t('deactivateText', { name })}
              confirm={t('deactivateConfirm', { name })}
              action={action('deactivate')}
              back={back}
            />
          )}
          <a href={`/admin/audit?userId=${id}`} className={SMALL}>
            {t('audit')}
          </a>
        </div>
      </div>
    </details>
  );
};
