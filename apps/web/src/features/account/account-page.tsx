import { MAX_DISPLAY_NAME_LENGTH, type User } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useCodeText } from '@/features/connection/use-code-text';
import { THEMES, type Theme } from '@/lib/theme';
import { Button } from '@/ui/button';
import { FullPage } from '@/ui/full-page';
import { TextField } from '@/ui/text-field';

type AccountPageProps = { me: User; theme: Theme; error: string | undefined };

/** The account menu as a page of plain forms. */
export const AccountPage = ({ me, theme, error }: AccountPageProps) => {
  const t = useTranslations('account');
  const told = useCodeText(error);
  return (
    <FullPage>
      <title>{`${t('account')} – Parley`}</title>
      <div className="grid w-full max-w-[420px] gap-8 px-6">
        <h1 className="font-display text-3xl font-[650] tracking-[-.02em]">
          <bdi>{me.displayName}</bdi>
        </h1>
        {told && (
          <p role="alert" className="text-danger">
            {told}
          </p>
        )}
        <form method="post" action="/me" className="flex items-end gap-2.5">
          <TextField
            name="displayName"
            label={t('displayName')}
            required
            maxLength={MAX_DISPLAY_NAME_LENGTH}
            defaultValue={me.displayName}
            className="min-w-0 flex-1"
          />
          <Button look="quiet" className="h-10">
            {t('save')}
          </Button>
        </form>
        <form method="post" action="/theme">
          <fieldset className="flex flex-wrap gap-2.5">
            <legend className="mb-1.5 text-[13.5px] font-semibold">{t('theme')}</legend>
            {THEMES.map((choice) => (
              <Button key={choice} look="quiet" name="theme" value={choice} aria-pressed={choice === theme}>
                {t(choice)}
              </Button>
            ))}
          </fieldset>
        </form>
        <form method="post" action="/sign-out">
          <Button look="danger">{t('signOut')}</Button>
        </form>
      </div>
    </FullPage>
  );
};
