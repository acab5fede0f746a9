import type { OutboxFile, Upload } from '@parley/chat-client';
import { File, Mic, Film, RotateCw, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { IconButton } from '@/ui/icon-button';
import { isPicture } from './check-file';
import { DescribeButton } from './describe-button';
import { fileSize } from './file-size';
import { shownBefore } from './shown-file';
import { useLocalUrl } from './use-local-url';
import { useUploadActions } from './use-upload-actions';

const ICON = { size: 20, strokeWidth: 1.6, 'aria-hidden': true };

const Preview = ({ file }: { file: OutboxFile }) => {
  const { url } = useLocalUrl(shownBefore(file));
  // Beside its name it says nothing new; what it shows is said by whoever attaches it.
  if (isPicture(file.mimeType) && url)
    return <img src={url} alt="" className="size-10 flex-none rounded-[8px] object-cover" />;
  const Icon = file.mimeType.startsWith('audio/') ? Mic : file.mimeType.startsWith('video/') ? Film : File;
  return (
    <span className="grid size-10 flex-none place-items-center rounded-[8px] bg-pressed text-muted">
      <Icon {...ICON} />
    </span>
  );
};

const Progress = ({ name, upload }: { name: string; upload: Upload | undefined }) => {
  const t = useTranslations('uploads');
  if (upload?.state === 'done') return null;
  const done = upload && upload.size > 0 ? upload.sentBytes / upload.size : 0;
  return (
    <div
      role="progressbar"
      aria-label={t('progress', { name })}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(done * 100)}
      className="absolute inset-x-0 bottom-0 h-[3px] bg-pressed"
    >
      <div
        style={{ transform: `scaleX(${done})` }}
        className="h-full origin-left bg-accent transition-transform duration-100 rtl:origin-right"
      />
    </div>
  );
};

type UploadChipProps = { place: string; file: OutboxFile; field: React.RefObject<HTMLElement | null> };

/** A file that was chosen: what it is, how far it has come, and what can be done with it. */
export const UploadChip = ({ place, file, field }: UploadChipProps) => {
  const t = useTranslations('uploads');
  const locale = useLocale();
  const { upload, remove, retry, describe } = useUploadActions(place, file);
  const { name, size } = file;
  const hasFailed = upload?.error != null;

  const told = () => {
    if (hasFailed) return t('again');
    if (upload?.state === 'uploading') return t('uploading', { percent: upload.sentBytes / (size || 1) });
    return upload?.state === 'done' ? fileSize(size, locale) : t('waiting');
  };

  return (
    <li className="relative flex h-14 w-64 flex-none items-center gap-2 overflow-hidden rounded-md border border-line bg-canvas ps-2 pe-1 touch:w-72">
      <Preview file={file} />
      <span className="min-w-0 flex-1 text-[13px] leading-[18px]">
        <bdi className="block truncate">{name}</bdi>
        <span className={hasFailed ? 'text-danger' : 'text-muted tabular-nums'}>{told()}</span>
      </span>
      {isPicture(file.mimeType) && <DescribeButton name={name} alt={file.alt ?? ''} onDescribe={describe} />}
      {hasFailed && (
        <IconButton label={t('retry', { name })} onClick={retry}>
          <RotateCw size={16} strokeWidth={1.9} aria-hidden="true" />
        </IconButton>
      )}
      <IconButton
        label={t('remove', { name })}
        onClick={() => {
          remove();
          field.current?.focus();
        }}
      >
        <X size={16} strokeWidth={1.9} aria-hidden="true" />
      </IconButton>
      <Progress name={name} upload={upload} />
    </li>
  );
};
