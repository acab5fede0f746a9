import { useChat, useRoom, useUser } from '@parley/chat-client/react';
import type { Message } from '@parley/shared-types';
import {
  Bell,
  Copy,
  Eye,
  Forward,
  Link2,
  MessageSquareText,
  Pencil,
  Pin,
  PinOff,
  Reply,
  Trash2,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePersonEntries } from '@/features/blocks/use-person-entries';
import { articleOf } from './article-element';
import type { MenuEntry } from '@/ui/menu';
import { useMessageActions } from './message-actions';
import { permitted, type ActionId } from './permitted';

const ORDER = [
  ['reply', Reply],
  ['thread', MessageSquareText],
  ['edit', Pencil],
  ['pin', Pin],
  ['forward', Forward],
  ['copyText', Copy],
  ['copyLink', Link2],
  ['markUnread', Bell],
  ['seenBy', Eye],
  ['delete', Trash2],
] as const satisfies readonly (readonly [ActionId, typeof Reply])[];

/** What a menu offers for a message: only what is permitted, and what one may do about its author. */
export const useMenuEntries = (message: Message, onRun: (id: ActionId) => void) => {
  const t = useTranslations('message.actions');
  const chat = useChat();
  const room = useRoom(message.roomId);
  const inThread = useMessageActions().threadRootId !== null;
  const allowed = permitted(message, { meId: chat.me?.id, room, inThread });
  const author = useUser(message.senderId);
  const isOthers = allowed.size > 0 && message.senderId !== chat.me?.id;
  const against = usePersonEntries({
    person: isOthers ? author : null,
    messageId: message.id,
    opener: () => articleOf(message.id) ?? null,
  });
  const entries = ORDER.filter(([id]) => allowed.has(id)).map(([id, Icon]): MenuEntry => {
    const unpins = id === 'pin' && message.pinnedAt !== null;
    const Shown = unpins ? PinOff : Icon;
    return {
      id,
      label: t(unpins ? 'unpin' : id),
      icon: <Shown size={16} strokeWidth={1.8} />,
      danger: id === 'delete',
      run: () => onRun(id),
    };
  });
  const last = entries.findIndex(({ danger }) => danger);
  entries.splice(last < 0 ? entries.length : last, 0, ...against);
  return { entries, mayReact: allowed.has('react') };
};
