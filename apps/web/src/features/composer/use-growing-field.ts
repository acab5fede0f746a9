import { useLayoutEffect } from 'react';

/** Lets a field be as high as its text where the browser does not (CSS `field-sizing`, which Firefox lacks). */
export const useGrowingField = (field: React.RefObject<HTMLTextAreaElement | null>, value: string) => {
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [field, value]);
};
