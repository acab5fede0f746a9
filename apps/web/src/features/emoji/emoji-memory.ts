import type { SkinTone } from './emoji-data';

const RECENT = 'emoji:recent';
const TONE = 'emoji:tone';
const MAX_RECENT = 16;

const read = (key: string) => {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
};

const write = (key: string, value: string) => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is full or forbidden: it is a convenience only.
  }
};

/** What was picked on this device, the latest first. */
export const recentEmoji = () => read(RECENT).split(' ').filter(Boolean);

export const rememberEmoji = (emoji: string) =>
  write(RECENT, [emoji, ...recentEmoji().filter((each) => each !== emoji)].slice(0, MAX_RECENT).join(' '));

export const skinTone = () => (read(TONE) || 'none') as SkinTone | 'none';

export const rememberSkinTone = (tone: SkinTone | 'none') => write(TONE, tone);
