import { useState } from 'react';
import { articleOf } from './article-element';

/** The message that a dialog is about: what opened the dialog, a menu's item, is gone when it closes. */
export const useArticleRef = (messageId: string) => {
  const [ref] = useState(() => ({ current: articleOf(messageId) ?? null }));
  return ref;
};
