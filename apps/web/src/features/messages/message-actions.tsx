'use client';
import { useChat } from '@parley/chat-client/react';
import type { Message } from '@parley/shared-types';
import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import { createStore } from '@/lib/store';

export type MessageDialogKind = 'delete' | 'forward' | 'seenBy';

type Doing = {
  editingId: string | null;
  replyTo: Message | null;
  dialog: { kind: MessageDialogKind; message: Message } | null;
  /** Rises when somebody asks to be shown a message, also the one that the address names already. */
  visits: number;
};

/** What somebody is doing with the messages of one conversation: a room, or a thread in it. */
export interface MessageActions {
  readonly roomId: string;
  /** The thread's first message; null in the room itself. */
  readonly threadRootId: string | null;
  /** Opens a message for editing, in its place. */
  edit(message: Message): void;
  stopEditing(): void;
  /** Edits the last message that I wrote here; false when there is none. */
  editMyLast(): boolean;
  /** The next message quotes this one; null takes that back. */
  replyTo(message: Message | null): void;
  openDialog(kind: MessageDialogKind, message: Message): void;
  closeDialog(): void;
  /** Shows the linked message again. */
  visit(): void;
  readonly doing: ReturnType<typeof createStore<Doing>>;
}

type Place = Pick<MessageActions, 'roomId' | 'threadRootId'> & { myLast: () => Message | undefined };

const createActions = ({ roomId, threadRootId, myLast }: Place): MessageActions => {
  const doing = createStore<Doing>({ editingId: null, replyTo: null, dialog: null, visits: 0 });
  const edit = (message: Message) => doing.set({ editingId: message.id });
  return {
    roomId,
    threadRootId,
    edit,
    stopEditing: () => doing.set({ editingId: null }),
    editMyLast: () => {
      const message = myLast();
      if (message) edit(message);
      return message !== undefined;
    },
    replyTo: (message) => doing.set({ replyTo: message }),
    openDialog: (kind, message) => doing.set({ dialog: { kind, message } }),
    closeDialog: () => doing.set({ dialog: null }),
    visit: () => doing.set({ visits: doing.get().visits + 1 }),
    doing,
  };
};

const Context = createContext<MessageActions | null>(null);

type ProviderProps = { roomId: string; threadRootId?: string | null; children: React.ReactNode };

/** To be rendered with a key of the conversation, around its messages and its composer. */
export const MessageActionsProvider = ({ roomId, threadRootId = null, children }: ProviderProps) => {
  const chat = useChat();
  const [actions] = useState(() => {
    const shown = () => (threadRootId ? chat.thread(threadRootId) : chat.timeline(roomId))?.messages ?? [];
    const isMine = (message: Message) =>
      message.senderId === chat.me?.id && message.deletedAt === null && message.threadRootId === threadRootId;
    return createActions({ roomId, threadRootId, myLast: () => shown().findLast(isMine) });
  });
  return <Context value={actions}>{children}</Context>;
};

export const useMessageActions = () => {
  const actions = useContext(Context);
  if (!actions) throw new Error('useMessageActions needs a MessageActionsProvider above it');
  return actions;
};

const useDoing = <Value,>(select: (doing: Doing) => Value) => {
  const { subscribe, get } = useMessageActions().doing;
  const read = () => select(get());
  return useSyncExternalStore(subscribe, read, read);
};

/** The message that is being edited here. */
export const useEditingId = () => useDoing(({ editingId }) => editingId);

/** Whether this message is being edited; renders only when that changes. */
export const useIsEditing = (messageId: string | undefined) =>
  useDoing(({ editingId }) => editingId !== null && editingId === messageId);

/** The message that the next one will quote. */
export const useReplyTarget = () => useDoing(({ replyTo }) => replyTo);

export const useMessageDialog = () => useDoing(({ dialog }) => dialog);

export const useVisits = () => useDoing(({ visits }) => visits);
