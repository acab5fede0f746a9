'use client';
import { Smile } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Suspense, useRef, useState } from 'react';
import { onDemand } from '@/lib/on-demand';
import { IconButton } from '@/ui/icon-button';

const load = () => import('@/features/emoji/emoji-popover');
const EmojiPopover = onDemand(() => load().then((module) => module.EmojiPopover));

type EmojiButtonProps = { anchor: React.RefObject<HTMLElement | null>; onPick: (emoji: string) => void };

/** Opens the picker over the composer; what is picked is written at the caret. */
export const EmojiButton = ({ anchor, onPick }: EmojiButtonProps) => {
  const t = useTranslations('composer');
  const [open, setOpen] = useState(false);
  const wasOpen = useRef(false);
  return (
    <>
      <IconButton
        label={t('emoji')}
        aria-expanded={open}
        aria-haspopup="dialog"
        onPointerEnter={() => void load()}
        // The press beside it closes the picker before it is a click; then it must not open again.
        onPointerDown={() => (wasOpen.current = open)}
        onClick={() => {
          setOpen(!wasOpen.current);
          wasOpen.current = false;
        }}
      >
        <Smile size={18} strokeWidth={1.8} aria-hidden="true" />
      </IconButton>
      {open && (
        <Suspense>
          <EmojiPopover
            anchor={anchor}
            onClose={() => setOpen(false)}
            onPick={(emoji) => {
              setOpen(false);
              onPick(emoji);
            }}
          />
        </Suspense>
      )}
    </>
  );
};
