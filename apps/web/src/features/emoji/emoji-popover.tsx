'use client';
import { useTranslations } from 'next-intl';
import { Popover } from '@/ui/popover';
import { EmojiPicker } from './emoji-picker';

type EmojiPopoverProps = {
  /** What it opens at: the button that was pressed. */
  anchor: React.RefObject<HTMLElement | null>;
  onPick: (emoji: string) => void;
  onClose: () => void;
};

/** Enter picks; it must not also send the form that the picker may stand in. */
const keepEnter = (event: React.KeyboardEvent) => {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
};

/** The picker beside what opened it. To be loaded on demand. */
export const EmojiPopover = ({ anchor, onPick, onClose }: EmojiPopoverProps) => {
  const t = useTranslations('emoji');
  return (
    <Popover label={t('picker')} anchor={anchor} onClose={onClose}>
      <div onKeyDown={keepEnter}>
        <EmojiPicker onPick={onPick} />
      </div>
    </Popover>
  );
};
