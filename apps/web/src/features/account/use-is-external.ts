import { useChat } from '@parley/chat-client/react';
import { useEffect, useState } from 'react';

/** Whether another system says what I am called; false while that is not known. */
export const useIsExternal = () => {
  const { api } = useChat();
  const [isExternal, setExternal] = useState(false);
  useEffect(() => {
    api.call('credentials').then(
      (credentials) => setExternal(credentials.isExternal),
      // Then the form says what the server says.
      () => undefined,
    );
  }, [api]);
  return isExternal;
};
