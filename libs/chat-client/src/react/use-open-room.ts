import { useCallback, useEffect, useState } from 'react';
import { useChat } from './chat-context.js';

/** Opens a room and says why it could not be opened; null until that is known. */
export const useOpenRoom = (roomId: string): { error: unknown; reload: () => void } => {
  const chat = useChat();
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<{ roomId: string; error: unknown } | null>(null);

  useEffect(() => {
    let isCurrent = true;
    chat.openRoom(roomId).then(
      () => isCurrent && setFailure(null),
      (error: unknown) => isCurrent && setFailure({ roomId, error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [chat, roomId, attempt]);

  const reload = useCallback(() => {
    setFailure(null);
    setAttempt((count) => count + 1);
  }, []);
  return { error: failure?.roomId === roomId ? failure.error : null, reload };
};
