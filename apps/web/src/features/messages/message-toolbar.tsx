'use client';
import { useChat, useRoom } from '@parley/chat-client/react';
import type { Message } from '@parley/shared-types';
import { Ellipsis, MessageSquareText, Reply, SmilePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { onDemand } from '@/lib/on-demand';
import { IconButton } from '@/ui/icon-button';
import { useMessageActions } from './message-actions';
import { permitted, type ActionId } from './permitted';

const loadMenu = () => import('./message-menu').then((module) => module.MessageMenu);
const Menu = onDemand(loadMenu);

const SHOWN = [
  ['react', SmilePlus],
  ['reply', Reply],
  ['thread', MessageSquareText],
] as const;

type Props = {
  message: Message;
  menuOpen: boolean;
  onMenu: (open: boolean) => void;
  onRun: (id: ActionId) => void;
};

/** What is done most with a message, over its corner; the rest is behind the dots. */
export const MessageToolbar = ({ message, menuOpen, onMenu, onRun }: Props) => {
  const t = useTranslations('message');
  const chat = useChat();
  const room = useRoom(message.roomId);
  const inThread = useMessageActions().threadRootId !== null;
  const allowed = permitted(message, { meId: chat.me?.id, room, inThread });
  if (allowed.size === 0) return null;
  const dots = (
    <IconButton
      label={t('moreActions')}
      aria-haspopup="menu"
      className="size-[30px]"
      onPointerEnter={() => void loadMenu()}
      onClick={() => onMenu(true)}
    >
      <Ellipsis size={18} strokeWidth={1.8} />
    </IconButton>
  );
  return (
    <div
      role="toolbar"
      aria-label={t('actionsTitle')}
      className="absolute end-3 -top-3.5 z-10 flex rounded-md border border-line bg-raised p-px shadow-[0_4px_14px_oklch(0.3_0.02_60/0.08)] md:end-6"
    >
      {SHOWN.filter(([id]) => allowed.has(id)).map(([id, Icon]) => (
        <IconButton key={id} label={t(`actions.${id}`)} className="size-[30px]" onClick={() => onRun(id)}>
          <Icon size={17} strokeWidth={1.8} className="rtl:-scale-x-100" />
        </IconButton>
      ))}
      {menuOpen ? (
        <Suspense fallback={dots}>
          <Menu
            message={message}
            trigger={
              <IconButton label={t('moreActions')} className="size-[30px]">
                <Ellipsis size={18} strokeWidth={1.8} />
              </IconButton>
            }
            onRun={onRun}
            onClose={() => onMenu(false)}
          />
        </Suspense>
      ) : (
        dots
      )}
    </div>
  );
};
