'use client';
import { createContext, useContext } from 'react';

export type PageSettings = {
  /** In characters as JavaScript counts them. */
  maxMessageLength: number;
  /** The idempotency key of the form that works without a script; made with the page. */
  formClientId: string;
  /** What went wrong with a form that was posted without a script: an error code. */
  formError: string | null;
  /** The message that the address asked the server for, and that is not there. */
  missingMessageId: string | null;
};

const Context = createContext<PageSettings | null>(null);

export const PageSettingsProvider = Context.Provider;

export const usePageSettings = () => {
  const settings = useContext(Context);
  if (!settings) throw new Error('usePageSettings needs a PageSettingsProvider above it');
  return settings;
};
