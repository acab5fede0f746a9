'use client';
import { useTranslations } from 'next-intl';
import { DENSITIES, DENSITY_COOKIE, densityOf } from '@/lib/density';
import { THEME_COOKIE, THEMES, themeOf } from '@/lib/theme';
import { ChoiceField } from '@/ui/choice-field';
import { Dialog } from '@/ui/dialog';
import { DisplayNameForm } from './display-name-form';
import { LanguageField } from './language-field';
import { MyPicture } from './my-picture';
import { useLook } from './use-look';

type SettingsDialogProps = { opener: React.RefObject<HTMLElement | null>; onClose: () => void };

/** How I am called and how the page looks, on this device. */
export const SettingsDialog = ({ opener, onClose }: SettingsDialogProps) => {
  const t = useTranslations('account');
  const [theme, setTheme] = useLook(THEME_COOKIE, themeOf);
  const [density, setDensity] = useLook(DENSITY_COOKIE, densityOf);
  return (
    <Dialog opener={opener} title={t('settings')} closeLabel={t('close')} onClose={onClose}>
      <div className="grid gap-5 overflow-y-auto px-5 pt-2 pb-5">
        <MyPicture />
        <DisplayNameForm />
        <LanguageField />
        <ChoiceField
          label={t('theme')}
          value={theme}
          onChange={setTheme}
          options={THEMES.map((value) => ({ value, label: t(value) }))}
        />
        <ChoiceField
          label={t('density')}
          value={density}
          onChange={setDensity}
          options={DENSITIES.map((value) => ({ value, label: t(value) }))}
        />
        <a
          href="/account/security"
          className="w-fit font-semibold text-link underline underline-offset-2 touch:min-h-11"
        >
          {t('security')}
        </a>
      </div>
    </Dialog>
  );
};
