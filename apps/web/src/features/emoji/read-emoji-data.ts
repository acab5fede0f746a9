import type { EMOJI_LOCALES, EmojiData } from './emoji-data';

/** Newer ones are boxes on many a device. */
const NEWEST_VERSION = 15.1;
/** Skin and hair alone, which nobody sends. */
const COMPONENTS = 2;
const TONES = ['light', 'medium-light', 'medium', 'medium-dark', 'dark'] as const;

type Skin = { emoji: string; tone?: number | number[] };
type Row = {
  emoji: string;
  label: string;
  hexcode: string;
  group?: number;
  tags?: string[];
  version: number;
  skins?: Skin[];
};
type Words = {
  groups: { message: string; order: number }[];
  skinTones: { key: string; message: string }[];
};

const skinsOf = (skins: Skin[] = []) => {
  const single = skins.flatMap(({ emoji, tone }) => {
    const name = typeof tone === 'number' ? TONES[tone - 1] : undefined;
    return name ? [[name, plain(emoji)] as const] : [];
  });
  return single.length === TONES.length
    ? { skins: Object.fromEntries(single) as Record<(typeof TONES)[number], string> }
    : {};
};

// Named one by one, so that the build takes along these tables and not those of thirty languages.
const TABLES = {
  en: () => Promise.all([import('emojibase-data/en/data.json'), import('emojibase-data/en/messages.json')]),
  de: () => Promise.all([import('emojibase-data/de/data.json'), import('emojibase-data/de/messages.json')]),
};

/** 👍 with a mark that says "as a picture", which it is anyway, would be another reaction than 👍. */
const plain = (emoji: string) => emoji.replace(/(\p{Emoji_Presentation})\uFE0F/gu, '$1');

/** The emoji as pickers and suggestions want them: out of the package's tables, in the language of the page. */
export const readEmojiData = async (locale: (typeof EMOJI_LOCALES)[number]): Promise<EmojiData> => {
  const [rows, words] = (await TABLES[locale]()).map((table) => table.default) as unknown as [Row[], Words];
  const codes: Record<string, string | string[]> = (await import('emojibase-data/en/shortcodes/github.json'))
    .default;
  const shown = rows.filter(
    ({ group, version }) => group !== undefined && group !== COMPONENTS && version <= NEWEST_VERSION,
  );
  return {
    locale,
    emojis: shown.map(({ emoji, label, hexcode, group = 0, tags = [], version, skins }) => ({
      emoji: plain(emoji),
      label,
      category: group,
      version,
      tags,
      aliases: [codes[hexcode] ?? []].flat(),
      ...skinsOf(skins),
    })),
    categories: words.groups
      .filter(({ order }) => order !== COMPONENTS)
      .map(({ message, order }) => ({ index: order, label: message })),
    skinTones: Object.fromEntries(
      words.skinTones.map(({ key, message }) => [key, message]),
    ) as EmojiData['skinTones'],
  };
};
