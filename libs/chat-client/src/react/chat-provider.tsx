import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { Chat, ChatOptions } from '../chat.js';
import { createChat } from '../create-chat.js';
import { ChatContext } from './chat-context.js';

type ChatProviderProps = { children: ReactNode } & (
  { chat: Chat } | (Pick<ChatOptions, 'snapshot' | 'origin' | 'token' | 'queryClient'> & { chat?: never })
);

/**
 * Gives a chat to everything inside. With `chat`, its owner starts and stops it; otherwise one is made from the
 * snapshot, started when mounted and stopped when unmounted. The first render shows the snapshot as it is.
 */
export const ChatProvider = ({ children, ...props }: ChatProviderProps) => {
  const [own] = useState(() => (props.chat ? null : createChat(props)));
  const chat = props.chat ?? own;
  if (!chat) throw new Error('A ChatProvider cannot lose its chat.');

  useEffect(() => {
    own?.start();
    return () => own?.stop();
  }, [own]);

  return (
    <QueryClientProvider client={chat.queryClient}>
      <ChatContext value={chat}>{children}</ChatContext>
    </QueryClientProvider>
  );
};
