import type { Attachment } from '@parley/shared-types';
import { useFilesText } from '@/features/attachments/use-files-text';

const MOST_PICTURES = 4;

/** What files a message has that was found: its pictures small, and in words. */
export const FoundFiles = ({ files }: { files: readonly Attachment[] }) => {
  const filesText = useFilesText();
  const pictures = files.filter(({ thumbnailUrl }) => thumbnailUrl !== null).slice(0, MOST_PICTURES);
  return (
    <span className="mt-1 flex flex-wrap items-center gap-1.5 text-[13px] text-muted">
      {pictures.map(({ id, thumbnailUrl }) => (
        <img
          key={id}
          src={thumbnailUrl ?? undefined}
          alt=""
          loading="lazy"
          decoding="async"
          className="size-11 rounded-sm bg-pressed object-cover"
        />
      ))}
      <bdi className="min-w-0 truncate">{filesText(files)}</bdi>
    </span>
  );
};
