'use client';
import { useChat, useUser } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import type { MessageDialogProps } from './message-dialog-props';
import { OneLine } from '@/features/text/one-line';
import { useArticleRef } from './use-article-ref';

/** Asks once more: what is deleted stays deleted, for everyone. */
export const DeleteDialog = ({ message, onClose }: MessageDialogProps) => {
  const t = useTranslations('message');
  const chat = useChat();
  const author = useUser(message.senderId)?.displayName ?? t('someone');
  const remove = () => {
    chat.remove(message);
    onClose();
  };
  return (
    <Dialog
      title={t('deleteTitle')}
      closeLabel={t('close')}
      onClose={onClose}
      opener={useArticleRef(message.id)}
    >
      <div className="px-5 pt-2 pb-5">
        <p>{t('deleteText')}</p>
        <p className="mt-3 line-clamp-3 border-s-2 border-edge/50 ps-3 text-[13.5px] text-muted">
          <bdi className="font-medium">{author}</bdi> ·{' '}
          <bdi>
            <OneLine body={message.body} />
          </bdi>
        </p>
        <div className="mt-5 flex justify-end gap-2.5">
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="danger" data-autofocus onClick={remove}>
            {t('delete')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
