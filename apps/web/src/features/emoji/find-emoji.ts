import type { Emoji, SkinTone } from './emoji-data';

/** With the skin that somebody chose, if it comes in several. */
export const withTone = ({ emoji, skins }: Pick<Emoji, 'emoji' | 'skins'>, tone: SkinTone | 'none') =>
  (tone !== 'none' && skins?.[tone]) || emoji;

/** How well a name fits what was typed: a whole name before a beginning before a part; 0 is not at all. */
const fit = ({ aliases, label, tags }: Emoji, typed: string) => {
  if (aliases.includes(typed)) return 4;
  if (aliases.some((alias) => alias.startsWith(typed))) return 3;
  if (label.toLowerCase().startsWith(typed) || tags.some((tag) => tag.toLowerCase().startsWith(typed)))
    return 2;
  return aliases.some((alias) => alias.includes(typed)) ? 1 : 0;
};

/** The emoji that a few letters may mean, the likeliest first. */
export const findEmoji = (emojis: readonly Emoji[], typed: string, limit: number): Emoji[] => {
  const wanted = typed.toLowerCase();
  return emojis
    .map((emoji) => ({ emoji, fit: fit(emoji, wanted) }))
    .filter((found) => found.fit > 0)
    .sort((one, other) => other.fit - one.fit)
    .slice(0, limit)
    .map(({ emoji }) => emoji);
};

/** The emoji of exactly this name between colons. */
export const emojiNamed = (emojis: readonly Emoji[], name: string): Emoji | undefined =>
  emojis.find(({ aliases }) => aliases.includes(name.toLowerCase()));
