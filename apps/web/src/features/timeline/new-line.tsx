import { useTranslations } from 'next-intl';

/** Between what was read and what is new. */
export const NewLine = () => {
  const t = useTranslations('timeline');
  return (
    <div
      role="separator"
      data-new
      className="flex items-center gap-2.5 px-3.5 pt-3 pb-0.5 text-xs leading-none font-[650] text-accent after:flex-1 after:border-t-[1.5px] after:border-accent md:px-6"
    >
      {t('new')}
    </div>
  );
};
