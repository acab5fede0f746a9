'use client';
import type { Attachment } from '@parley/shared-types';
import { Download, File, FileArchive, FileText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { FileName } from './file-name';
import { fileSize } from './file-size';

const LOOK = { size: 22, strokeWidth: 1.6, 'aria-hidden': true, className: 'flex-none text-muted' };

const Icon = ({ mimeType }: { mimeType: string }) => {
  if (/zip|tar|7z|rar|compressed/.test(mimeType)) return <FileArchive {...LOOK} />;
  return /^text\/|pdf|document|msword|json|xml/.test(mimeType) ? <FileText {...LOOK} /> : <File {...LOOK} />;
};

/** Any other file: what it is, and a press that fetches it. */
export const FileRow = ({ file }: { file: Attachment }) => {
  const t = useTranslations('files');
  const locale = useLocale();
  return (
    <a
      href={file.url || undefined}
      download={file.name}
      aria-label={t('downloadFile', { name: file.name, size: fileSize(file.size, locale) })}
      className="group/file flex h-full items-center gap-3 rounded-md border border-line bg-raised px-3 hover:bg-hover"
    >
      <Icon mimeType={file.mimeType} />
      <FileName file={file} className="flex-1 text-sm" />
      <Download
        size={17}
        strokeWidth={1.8}
        aria-hidden="true"
        className="flex-none text-muted group-hover/file:text-text"
      />
    </a>
  );
};
