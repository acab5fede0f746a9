import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { changeDraftFiles, type RefusedFile } from '@/features/composer/draft-files';
import { IconButton } from '@/ui/icon-button';
import { fileSize } from './file-size';

type RefusedFilesProps = {
  place: string;
  refused: readonly RefusedFile[];
  field: React.RefObject<HTMLElement | null>;
};

/** Which files were not taken, and why. */
export const RefusedFiles = ({ place, refused, field }: RefusedFilesProps) => {
  const t = useTranslations('uploads.refused');
  const locale = useLocale();
  const limitOf = ({ reason, limit = 0 }: RefusedFile) =>
    reason === 'tooMany' ? limit : fileSize(limit, locale);
  return (
    <div className="flex items-start gap-1 ps-4 pe-[7px] pt-2">
      <div role="alert" className="min-w-0 flex-1 pt-1 text-[13px] leading-5 text-danger">
        {refused.map((file, index) => (
          <p key={`${index} ${file.name}`}>{t(file.reason, { name: file.name, limit: limitOf(file) })}</p>
        ))}
      </div>
      <IconButton
        label={t('hide')}
        onClick={() => {
          changeDraftFiles(place, () => ({ refused: [] }));
          field.current?.focus();
        }}
      >
        <X size={16} strokeWidth={1.9} aria-hidden="true" />
      </IconButton>
    </div>
  );
};
