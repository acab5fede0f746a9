import { useUser } from '@parley/chat-client/react';
import type { Message } from '@parley/shared-types';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/ui/icon-button';
import { useMessageActions } from './message-actions';
import { MessageLine } from './message-line';

export const ReplyingTo = ({ message }: { message: Message }) => {
  const t = useTranslations('message');
  const { replyTo } = useMessageActions();
  const author = useUser(message.senderId)?.displayName ?? t('someone');
  return (
    <div className="mx-2.5 flex min-w-0 items-center gap-2 rounded-t-lg border border-b-0 border-line bg-sidebar ps-4 pe-1 text-[13px] leading-5 md:mx-6">
      <p className="min-w-0 flex-1 truncate py-1.5">
        <span className="text-muted">{t.rich('replyingTo', { author: () => <bdi>{author}</bdi> })}</span>{' '}
        <span dir="auto">
          <MessageLine message={message} />
        </span>
      </p>
      <IconButton label={t('cancelReply')} onClick={() => replyTo(null)}>
        <X size={16} strokeWidth={1.8} />
      </IconButton>
    </div>
  );
};
