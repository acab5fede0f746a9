'use client';
import type { Attachment } from '@parley/shared-types';
import { useLocale } from 'next-intl';
import { clsx } from '@/ui/clsx';
import { fileSize } from './file-size';

type FileNameProps = { file: Attachment; className?: string };

/** What a file is called and how large it is. Of a long name the end stays, which says what kind it is. */
export const FileName = ({ file: { name, size }, className }: FileNameProps) => {
  const locale = useLocale();
  const dot = name.lastIndexOf('.');
  const end = dot > 0 && name.length - dot <= 8 ? dot : name.length;
  return (
    <span className={clsx('flex min-w-0 items-baseline gap-2', className)}>
      <bdi className="flex min-w-0 font-[550]">
        <span className="truncate">{name.slice(0, end)}</span>
        <span className="flex-none">{name.slice(end)}</span>
      </bdi>{' '}
      <span className="flex-none text-xs text-muted tabular-nums">{fileSize(size, locale)}</span>
    </span>
  );
};
