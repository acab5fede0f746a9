'use client';
import { useTranslations } from 'next-intl';
import { SeenBy } from '@/features/receipts/seen-by';
import { Dialog } from '@/ui/dialog';
import type { MessageDialogProps } from './message-dialog-props';
import { useArticleRef } from './use-article-ref';

/** Who has seen a message, as it is while one looks. */
export const SeenByDialog = ({ message, onClose }: MessageDialogProps) => {
  const t = useTranslations('message');
  const opener = useArticleRef(message.id);
  return (
    <Dialog title={t('seenByTitle')} closeLabel={t('close')} onClose={onClose} opener={opener}>
      <div className="overflow-y-auto px-3 pb-5">
        <SeenBy message={message} />
      </div>
    </Dialog>
  );
};
