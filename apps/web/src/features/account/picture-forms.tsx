import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';

/** My picture without a script: one form gives it, another takes it away. */
export const PictureForms = ({ hasPicture }: { hasPicture: boolean }) => {
  const t = useTranslations('avatar');
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <form method="post" action="/me/picture" encType="multipart/form-data">
        <label className="grid grid-cols-1 gap-1.5 text-[13.5px] font-semibold">
          {t('label')}
          <input
            type="file"
            name="file"
            accept="image/*"
            required
            className="min-h-11 w-full text-sm font-normal file:me-3 file:h-9 file:rounded-[9px] file:border file:border-line file:bg-raised file:px-3.5 file:font-semibold file:text-text"
          />
        </label>
        <Button look="quiet">{t('use')}</Button>
      </form>
      {hasPicture && (
        <form method="post" action="/me/picture" encType="multipart/form-data">
          <Button look="danger" name="remove" value="1">
            {t('remove')}
          </Button>
        </form>
      )}
    </div>
  );
};
