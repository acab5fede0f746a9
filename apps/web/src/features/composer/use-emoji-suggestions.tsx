import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import { loadEmoji, type Emoji } from '@/features/emoji/emoji-data';
import { skinTone } from '@/features/emoji/emoji-memory';
import { emojiNamed, findEmoji, withTone } from '@/features/emoji/find-emoji';
import { MAX_SUGGESTIONS, type Suggestion } from './suggestion';

const useEmoji = (): readonly Emoji[] => {
  const language = useLocale();
  const [emojis, setEmojis] = useState<readonly Emoji[]>([]);
  useEffect(() => {
    let isWanted = true;
    loadEmoji(language).then(
      (data) => isWanted && setEmojis(data.emojis),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [language]);
  return emojis;
};

/** The emoji that `:…` may mean; `done` is the one whose name has been written to its end, colon included. */
export const useEmojiSuggestions = (typed: string): { suggestions: Suggestion[]; done: string | null } => {
  const emojis = useEmoji();
  const isWhole = typed.endsWith(':');
  const whole = isWhole ? emojiNamed(emojis, typed.slice(0, -1)) : undefined;
  if (isWhole) return { suggestions: [], done: whole ? withTone(whole, skinTone()) : null };
  const suggestions = findEmoji(emojis, typed, MAX_SUGGESTIONS).map((emoji) => ({
    key: emoji.emoji,
    insert: `${withTone(emoji, skinTone())} `,
    label: emoji.aliases[0] ? `:${emoji.aliases[0]}:` : emoji.label,
    detail: emoji.label,
    sign: <span className="text-lg leading-5">{withTone(emoji, skinTone())}</span>,
  }));
  return { suggestions, done: null };
};
