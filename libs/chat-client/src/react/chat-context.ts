import { createContext, useContext } from 'react';
import type { Chat } from '../chat.js';

export const ChatContext = createContext<Chat | null>(null);

/** The chat of the nearest `ChatProvider`; throws outside of one. */
export const useChat = (): Chat => {
  const chat = useContext(ChatContext);
  if (!chat) throw new Error('useChat needs a ChatProvider around it.');
  return chat;
};
