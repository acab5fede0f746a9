import { useLayoutEffect, useState } from 'react';
import type { ShownFile } from './shown-file';

/**
 * The address of a file that was here before it was on the server; undefined for any other. It is kept when the
 * message is stored, so that nothing is fetched again and nothing flickers.
 */
export const useLocalUrl = (file: ShownFile) => {
  const [blob, setBlob] = useState(file.blob);
  const [url, setUrl] = useState<string>();
  // Before the first paint: what was sent is seen in the same frame.
  useLayoutEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(undefined);
    };
  }, [blob]);
  return { url, drop: () => setBlob(null) };
};
