/** The languages that there are names of emoji for here. */
export const EMOJI_LOCALES = ['en', 'de'] as const;

export type SkinTone = 'light' | 'medium-light' | 'medium' | 'medium-dark' | 'dark';

export type Emoji = {
  emoji: string;
  label: string;
  category: number;
  version: number;
  tags: string[];
  /** What is written between colons for it. */
  aliases: string[];
  skins?: Record<SkinTone, string>;
};

export type EmojiData = {
  locale: string;
  emojis: Emoji[];
  categories: { index: number; label: string }[];
  skinTones: Record<SkinTone, string>;
};

const asked = new Map<string, Promise<EmojiData>>();

const fetchData = async (locale: string): Promise<EmojiData> => {
  const answer = await fetch(`/emoji/${locale}`);
  if (!answer.ok) throw new Error(`The emoji did not load (${answer.status}).`);
  return (await answer.json()) as EmojiData;
};

/** All emoji with their names in this language, or in English; fetched once. */
export const loadEmoji = (language: string): Promise<EmojiData> => {
  const [wanted = ''] = language.split('-');
  const locale = EMOJI_LOCALES.find((each) => each === wanted) ?? 'en';
  const known = asked.get(locale);
  if (known) return known;
  const data = fetchData(locale);
  asked.set(locale, data);
  // The next one who needs them asks again.
  data.catch(() => asked.delete(locale));
  return data;
};
