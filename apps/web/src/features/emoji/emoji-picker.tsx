'use client';
import { EmojiPicker as Picker } from 'frimousse';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { loadEmoji } from './emoji-data';
import { EMOJI_LIST } from './emoji-list';
import { recentEmoji, rememberEmoji, skinTone } from './emoji-memory';
import { RecentRow } from './recent-row';
import { ToneButton } from './tone-button';

const hasMouse = () => matchMedia('(pointer: fine)').matches;
const COLUMNS = { mouse: 8, touch: 6 };
const MIDDLE = 'absolute inset-0 grid place-items-center text-sm text-muted';

type EmojiPickerProps = {
  onPick: (emoji: string) => void;
  /** Whether the search has the focus at once; with a finger it never has, as the keyboard would hide the rest. */
  focused?: boolean;
};

/** All emoji, by search, by group and by what was picked last. To be loaded on demand; see `EmojiPopover`. */
export const EmojiPicker = ({ onPick, focused = true }: EmojiPickerProps) => {
  const t = useTranslations('emoji');
  const language = useLocale();
  const [tone] = useState(skinTone);
  const [recent] = useState(recentEmoji);
  const pick = (emoji: string) => {
    rememberEmoji(emoji);
    onPick(emoji);
  };
  return (
    <Picker.Root
      locale={language}
      resolveEmojiData={loadEmoji}
      skinTone={tone}
      columns={hasMouse() ? COLUMNS.mouse : COLUMNS.touch}
      onEmojiSelect={({ emoji }) => pick(emoji)}
      className="flex h-[352px] w-[304px] max-w-full flex-col bg-raised"
    >
      <div className="flex items-center gap-1.5 p-2">
        <Picker.Search
          autoFocus={focused && hasMouse()}
          aria-label={t('search')}
          placeholder={t('search')}
          className="field h-9 min-w-0 flex-1 rounded-md px-3 text-sm touch:h-11 touch:text-base"
        />
        <ToneButton />
      </div>
      <RecentRow emoji={recent} onPick={pick} />
      <Picker.Viewport className="relative min-h-0 flex-1 outline-none" tabIndex={0} aria-label={t('all')}>
        <Picker.Loading className={MIDDLE}>{t('loading')}</Picker.Loading>
        <Picker.Empty className={MIDDLE}>{t('none')}</Picker.Empty>
        <Picker.List className="pb-1.5 select-none" components={EMOJI_LIST} />
      </Picker.Viewport>
      <Picker.ActiveEmoji>
        {({ emoji }) => (
          <p
            aria-hidden="true"
            className="h-8 flex-none truncate border-t border-line px-3 text-[13px] leading-8 text-muted"
          >
            {emoji?.label}
          </p>
        )}
      </Picker.ActiveEmoji>
    </Picker.Root>
  );
};
