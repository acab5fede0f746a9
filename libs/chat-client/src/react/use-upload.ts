import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Upload } from '../attachments/upload.js';
import type { Uploads } from '../attachments/uploads.js';
import { useChat } from './chat-context.js';

const never = () => () => {};

/** The uploads of this chat; undefined until their script is there. */
export const useUploads = (): Uploads | undefined => {
  const chat = useChat();
  const [uploads, setUploads] = useState<Uploads>();
  useEffect(() => {
    let isWanted = true;
    chat.uploads().then(
      (loaded) => isWanted && setUploads(loaded),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [chat]);
  return uploads;
};

/** Where a file stands on its way; undefined before its way began, and after it is posted. */
export const useUpload = (fileId: string): Upload | undefined => {
  const uploads = useUploads();
  return useSyncExternalStore(
    uploads?.subscribe ?? never,
    () => uploads?.get(fileId),
    () => undefined,
  );
};
