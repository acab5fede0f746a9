'use client';
import { useRooms, useUnreadThreadCount } from '@parley/chat-client/react';
import { CheckCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useBindings } from '@/features/keyboard/use-bindings';
import { IconButton } from '@/ui/icon-button';
import { useMarkAllRead } from './use-mark-all-read';

/** There as long as anything is unread, also in muted rooms. */
export const MarkAllReadButton = () => {
  const t = useTranslations('receipts');
  const inRooms = useRooms().some((room) => (room.me?.unreadCount ?? 0) > 0);
  const isUnread = useUnreadThreadCount() > 0 || inRooms;
  const markAllRead = useMarkAllRead();
  useBindings({ markAllRead: () => (isUnread ? markAllRead() : false) });
  if (!isUnread) return null;
  return (
    <IconButton label={t('markAllRead')} onClick={markAllRead} className="size-[34px]">
      <CheckCheck size={17} strokeWidth={1.8} aria-hidden="true" />
    </IconButton>
  );
};
