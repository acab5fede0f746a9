'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';

type ConfirmCallProps = {
  all: 'room' | 'here';
  /** How many people it may reach. */
  count: number;
  opener: React.RefObject<HTMLElement | null>;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before a message calls many people at once. */
export const ConfirmCall = ({ all, count, opener, onConfirm, onClose }: ConfirmCallProps) => {
  const t = useTranslations('composer');
  const isRoom = all === 'room';
  return (
    <Dialog
      title={t(isRoom ? 'confirmRoom' : 'confirmHere', { count })}
      closeLabel={t('confirmCancel')}
      onClose={onClose}
      opener={opener}
    >
      <div className="px-5 pt-1 pb-5">
        <p className="text-muted">{t(isRoom ? 'confirmRoomText' : 'confirmHereText')}</p>
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button type="button" look="quiet" onClick={onClose}>
            {t('confirmCancel')}
          </Button>
          <Button type="button" data-autofocus onClick={onConfirm}>
            {t('confirmSend')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
