import type { Attachment } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

type Kind = 'image' | 'video' | 'audio' | 'file';

const kindOf = ({ mimeType }: Attachment) => (/^(image|video|audio)\//.exec(mimeType)?.[1] ?? 'file') as Kind;

/** What files are, in a word or two, where there is no space to show them: "Photo", "3 files", a file's name; nothing for none. */
export const useFilesText = () => {
  const t = useTranslations('files.count');
  return useCallback(
    (files: readonly Attachment[]) => {
      const kinds = new Set(files.map(kindOf));
      const [kind = 'file'] = kinds;
      if (files.length < 2 && kind === 'file') return files[0]?.name ?? '';
      return t(kinds.size > 1 ? 'file' : kind, { count: files.length });
    },
    [t],
  );
};
