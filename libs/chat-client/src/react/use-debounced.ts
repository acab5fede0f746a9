import { useEffect, useState } from 'react';

/** The value once it has rested for `delayMs`. */
export const useDebounced = <Value>(value: Value, delayMs = 150): Value => {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return rested;
};
