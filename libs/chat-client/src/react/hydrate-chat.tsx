import { useState, type ReactNode } from 'react';
import type { ChatSnapshot } from '../snapshot.js';
import { useChat } from './chat-context.js';

/**
 * Adds what a later server render brought, before its children render, so that their first render is complete.
 * What the chat knows better already stays.
 */
export const HydrateChat = ({
  snapshot,
  children,
}: {
  snapshot: Partial<ChatSnapshot>;
  children?: ReactNode;
}) => {
  const chat = useChat();
  const [taken, setTaken] = useState<Partial<ChatSnapshot> | null>(null);
  if (taken !== snapshot) {
    chat.hydrate(snapshot);
    setTaken(snapshot);
  }
  return children;
};
