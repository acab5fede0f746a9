import type { Chat } from '@parley/chat-client';
import { changeDraftFiles } from '@/features/composer/draft-files';

let stopTelling = () => {};

/**
 * From now on says over the field of this place when the device cannot keep a file until it is sent. With a
 * connection it soon is.
 */
export const tellNotKept = (chat: Chat, place: string) => {
  stopTelling();
  stopTelling = chat.onFilesNotKept(() => {
    if (chat.connection.get().state !== 'online')
      changeDraftFiles(place, () => ({ refused: [{ name: '', reason: 'notKept' }] }));
  });
};
