import type { OutboxFile, Upload } from '@parley/chat-client';
import { useChat, useUpload, useUploads } from '@parley/chat-client/react';
import type { ErrorCode } from '@parley/shared-types';
import { useCallback, useEffect } from 'react';
import { changeDraftFiles, type RefusedFile } from '@/features/composer/draft-files';
import { tooLarge } from './check-file';
import { uploadRules } from './upload-rules';

/** What will be refused as often as it is tried. */
const REASONS: Partial<Record<ErrorCode, RefusedFile['reason']>> = {
  payload_too_large: 'fileTooLarge',
  unsupported_media_type: 'notAccepted',
  validation_failed: 'notAccepted',
  storage_full: 'storageFull',
};

const reasonOf = (upload: Upload | undefined) =>
  upload?.state === 'failed' && upload.error ? REASONS[upload.error.code] : undefined;

/** Where a chosen file stands, and what one can do with it. One that the server refuses leaves the draft with a word. */
export const useUploadActions = (place: string, { fileId, name, mimeType }: OutboxFile) => {
  const chat = useChat();
  const uploads = useUploads();
  const upload = useUpload(fileId);
  const reason = reasonOf(upload);

  const remove = useCallback(() => {
    changeDraftFiles(place, ({ files }) => ({ files: files.filter((file) => file.fileId !== fileId) }));
    uploads?.cancel(fileId);
  }, [place, fileId, uploads]);

  useEffect(() => {
    if (!reason) return;
    remove();
    const tell = (file: RefusedFile) =>
      changeDraftFiles(place, ({ refused }) => ({ refused: [...refused, file] }));
    if (reason !== 'fileTooLarge') tell({ name, reason });
    else void uploadRules(chat).then((rules) => tell(tooLarge(name, mimeType, rules)));
  }, [chat, reason, remove, place, name, mimeType]);

  return {
    upload,
    remove,
    retry: () => uploads?.retry(fileId),
    describe: (text: string) => {
      const alt = text.replace(/\s+/g, ' ').trim();
      changeDraftFiles(place, ({ files }) => ({
        files: files.map((file) => (file.fileId === fileId ? { ...file, alt: alt || null } : file)),
      }));
      uploads?.describe(fileId, alt);
    },
  };
};
