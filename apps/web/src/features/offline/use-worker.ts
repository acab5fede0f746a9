import { useEffect } from 'react';
import { keepWorker } from './worker';

/** Pages under development change too often to be kept. */
const isKept = process.env.NODE_ENV === 'production';

export const useWorker = () => {
  useEffect(() => {
    if (isKept && 'serviceWorker' in navigator) return keepWorker(navigator.serviceWorker);
  }, []);
};
