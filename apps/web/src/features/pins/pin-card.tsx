'use client';
import { useChat, useUser } from '@parley/chat-client/react';
import type { Message } from '@parley/shared-types';
import { PinOff } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { AttachmentList } from '@/features/attachments/attachment-list';
import { useMessageActions } from '@/features/messages/message-actions';
import { MessageBody } from '@/features/messages/message-body';
import { AppLink } from '@/features/shell/app-link';
import { messagePath, threadPath } from '@/features/shell/paths';
import { useTime } from '@/features/shell/time-context';
import { fullTime } from '@/lib/time';
import { IconButton } from '@/ui/icon-button';

/** One pinned message: what it says, where it stands, and a way to take the pin out. */
export const PinCard = ({ message }: { message: Message }) => {
  const t = useTranslations('pins');
  const locale = useLocale();
  const { timeZone } = useTime();
  const chat = useChat();
  const { visit } = useMessageActions();
  const author = useUser(message.senderId)?.displayName ?? t('someone');
  const { roomId, id, threadRootId, createdAt } = message;
  return (
    <li className="mb-2.5 rounded-md border border-line bg-raised p-3">
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 truncate text-[13px] leading-5">
          <bdi className="font-[650] text-text">{author}</bdi>{' '}
          <time dateTime={createdAt} className="text-muted">
            {fullTime(createdAt, timeZone, locale)}
          </time>
        </p>
        <IconButton label={t('unpin')} className="-mt-1.5 -me-1.5" onClick={() => chat.pin(message, false)}>
          <PinOff size={15} strokeWidth={1.8} />
        </IconButton>
      </div>
      {message.body !== '' && <MessageBody body={message.body} message={message} waiting={false} />}
      {message.attachments.length > 0 && <AttachmentList files={message.attachments} />}
      <AppLink
        href={threadRootId ? threadPath(roomId, threadRootId, id) : messagePath(roomId, id)}
        onClick={visit}
        className="mt-1 inline-flex min-h-7 items-center text-[13px] font-semibold text-link underline underline-offset-2 touch:min-h-11"
      >
        {t('jump')}
      </AppLink>
    </li>
  );
};
