import { MAX_DISPLAY_NAME_LENGTH, type User } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useCodeText } from '@/features/connection/use-code-text';
import { DENSITIES, DENSITY_COOKIE, type Density } from '@/lib/density';
import { LOCALE_COOKIE, LOCALE_NAMES, LOCALES, type Locale } from '@/lib/locale';
import { THEME_COOKIE, THEMES, type Theme } from '@/lib/theme';
import { Button, buttonClass } from '@/ui/button';
import { FullPage } from '@/ui/full-page';
import { TextField } from '@/ui/text-field';
import { Avatar } from '@/ui/avatar';
import { ChoiceForm } from './choice-form';
import { PictureForms } from './picture-forms';

type AccountPageProps = {
  me: User;
  /** Another system says what I am called. */
  isExternal: boolean;
  locale: Locale;
  theme: Theme;
  density: Density;
  error: string | undefined;
};

/** The account menu as a page of plain forms. */
export const AccountPage = ({ me, isExternal, locale, theme, density, error }: AccountPageProps) => {
  const t = useTranslations('account');
  const told = useCodeText(error);
  return (
    <FullPage>
      <title>{`${t('account')} – Parley`}</title>
      <div className="grid w-full max-w-[420px] grid-cols-1 gap-8 px-6">
        <h1 className="font-display text-3xl font-[650] tracking-[-.02em] wrap-anywhere">
          <Avatar id={me.id} name={me.displayName} src={me.avatarUrl} size={64} className="mb-3" />
          <bdi>{me.displayName}</bdi>
        </h1>
        {told && (
          <p role="alert" className="text-danger">
            {told}
          </p>
        )}
        {isExternal ? (
          <p className="text-muted">{t('external')}</p>
        ) : (
          <>
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
            <PictureForms hasPicture={me.avatarUrl !== null} />
          </>
        )}
        <ChoiceForm
          name={LOCALE_COOKIE}
          label={t('language')}
          chosen={locale}
          options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value], lang: value }))}
        />
        <ChoiceForm
          name={THEME_COOKIE}
          label={t('theme')}
          chosen={theme}
          options={THEMES.map((value) => ({ value, label: t(value) }))}
        />
        <ChoiceForm
          name={DENSITY_COOKIE}
          label={t('density')}
          chosen={density}
          options={DENSITIES.map((value) => ({ value, label: t(value) }))}
        />
        <p className="flex flex-wrap gap-2.5">
          <a href="/account/security" className={buttonClass({ look: 'quiet' })}>
            {t('security')}
          </a>
          {me.role === 'admin' && (
            <a href="/admin/people" className={buttonClass({ look: 'quiet' })}>
              {t('admin')}
            </a>
          )}
        </p>
        <form method="post" action="/sign-out">
          <Button look="danger">{t('signOut')}</Button>
        </form>
      </div>
    </FullPage>
  );
};
