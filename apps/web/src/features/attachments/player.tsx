'use client';
import { useTranslations } from 'next-intl';
import { FileName } from './file-name';
import type { ShownFile } from './shown-file';
import { useLocalUrl } from './use-local-url';

/** A film, played in its place by what the browser has for it. */
export const Film = ({ file }: { file: ShownFile }) => {
  const t = useTranslations('files');
  const { url = file.url, drop } = useLocalUrl(file);
  return (
    <video
      controls
      playsInline
      preload="metadata"
      src={url || undefined}
      onError={drop}
      aria-label={file.alt ?? t('film', { name: file.name })}
      className="absolute inset-0 size-full rounded-md bg-pressed object-contain"
    />
  );
};

/** Something to listen to: a voice message, a piece of music. */
export const Sound = ({ file }: { file: ShownFile }) => {
  const t = useTranslations('files');
  const { url = file.url, drop } = useLocalUrl(file);
  return (
    <div className="flex h-full flex-col justify-between rounded-md border border-line bg-raised px-2 pt-1 pb-1.5">
      <FileName file={file} className="px-1.5 text-[13px] leading-5" />
      <audio
        controls
        preload="metadata"
        src={url || undefined}
        onError={drop}
        aria-label={t('sound', { name: file.name })}
        className="h-10 w-full flex-none"
      />
    </div>
  );
};
