'use client';
import { useChat } from '@parley/chat-client/react';
import { MAX_REASON_LENGTH, type User } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useAction } from '@/features/conversations/use-action';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { showToast } from '@/ui/toast-store';

type ReportDialogProps = {
  person: User;
  /** What they wrote; null when the report is of the person. */
  messageId: string | null;
  opener: HTMLElement | null;
  onClose: () => void;
};

/** Tells the admins of a message or a person. */
export const ReportDialog = ({ person, messageId, opener, onClose }: ReportDialogProps) => {
  const t = useTranslations('reports');
  const chat = useChat();
  const id = useId();
  const [reason, setReason] = useState('');
  const { busy, error, run } = useAction();

  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await chat.report(messageId ? { messageId } : { userId: person.id }, reason.trim());
      showToast({ text: t('thanks') });
      onClose();
    });
  };
  return (
    <Dialog
      title={messageId ? t('messageTitle') : t('personTitle', { name: person.displayName })}
      closeLabel={t('close')}
      onClose={onClose}
      opener={{ current: opener }}
    >
      <form onSubmit={submit} className="px-5 pt-2 pb-5">
        <p className="text-muted">{t(messageId ? 'messageText' : 'personText')}</p>
        <label htmlFor={id} className="mt-4 mb-1.5 block text-[13.5px] font-semibold">
          {t('reason')}
        </label>
        <textarea
          id={id}
          data-autofocus
          dir="auto"
          rows={4}
          maxLength={MAX_REASON_LENGTH}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          className="field block w-full resize-y rounded-md px-3 py-2 text-base sm:text-[15px]"
        />
        {error && (
          <p role="alert" className="mt-3 text-danger">
            {error}
          </p>
        )}
        <div className="mt-5 flex justify-end gap-2.5">
          <Button type="button" look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button disabled={busy}>{t('send')}</Button>
        </div>
      </form>
    </Dialog>
  );
};
