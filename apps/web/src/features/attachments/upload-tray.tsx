'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useDraftFiles } from '@/features/composer/draft-files';
import { RefusedFiles } from './refused-files';
import { UploadChip } from './upload-chip';

/** The browser asks before it leaves a page that says so. */
const askBeforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault();

type UploadTrayProps = { place: string; field: React.RefObject<HTMLElement | null> };

/** Over the field: the files of a message that is being written, and which could not be taken. */
export const UploadTray = ({ place, field }: UploadTrayProps) => {
  const t = useTranslations('uploads');
  const { files, refused } = useDraftFiles(place);
  const count = files.length;

  useEffect(() => {
    if (count === 0) return;
    addEventListener('beforeunload', askBeforeLeaving);
    return () => removeEventListener('beforeunload', askBeforeLeaving);
  }, [count]);

  return (
    <>
      {refused.length > 0 && <RefusedFiles place={place} refused={refused} field={field} />}
      <p aria-live="polite" className="sr-only">
        {count > 0 && t('count', { count })}
      </p>
      {count > 0 && (
        <ul aria-label={t('chosen')} className="flex gap-2 overflow-x-auto px-3 pt-3 pb-1">
          {files.map((file) => (
            <UploadChip key={file.fileId} place={place} file={file} field={field} />
          ))}
        </ul>
      )}
    </>
  );
};
