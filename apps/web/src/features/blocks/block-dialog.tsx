'use client';
import { useChat } from '@parley/chat-client/react';
import type { User } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useAction } from '@/features/conversations/use-action';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';

type BlockDialogProps = { person: User; opener: HTMLElement | null; onClose: () => void };

/** Says what blocking does before it is done. */
export const BlockDialog = ({ person, opener, onClose }: BlockDialogProps) => {
  const t = useTranslations('blocks');
  const chat = useChat();
  const { busy, error, run } = useAction();
  const name = person.displayName;
  const block = () =>
    run(async () => {
      await chat.block(person.id, true);
      onClose();
    });
  return (
    <Dialog
      title={t('blockTitle', { name })}
      closeLabel={t('close')}
      onClose={onClose}
      opener={{ current: opener }}
    >
      <div className="px-5 pt-2 pb-5">
        <p>{t('what')}</p>
        <p className="mt-2 text-muted">{t('untold')}</p>
        {error && (
          <p role="alert" className="mt-3 text-danger">
            {error}
          </p>
        )}
        <div className="mt-5 flex justify-end gap-2.5">
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="danger" data-autofocus disabled={busy} onClick={() => void block()}>
            {t('block')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
