import { emojiNamed, findEmoji, withTone } from './find-emoji';
import { readEmojiData } from './read-emoji-data';

test.each([
  ['tada', '🎉'],
  ['wave', '👋'],
  ['thumb', '👍'],
  ['HEART', '❤️'],
])('%s means %s first', async (typed, emoji) => {
  const { emojis } = await readEmojiData('en');
  expect(findEmoji(emojis, typed, 8)[0]?.emoji).toBe(emoji);
});

test('nothing is found for what means nothing, and never more than asked for', async () => {
  const { emojis } = await readEmojiData('en');
  expect(findEmoji(emojis, 'qqqq', 8)).toEqual([]);
  expect(findEmoji(emojis, 'a', 8)).toHaveLength(8);
});

test('a name between colons is exactly one emoji', async () => {
  const { emojis } = await readEmojiData('en');
  expect(emojiNamed(emojis, 'tada')?.emoji).toBe('🎉');
  expect(emojiNamed(emojis, 'tad')).toBeUndefined();
});

test('a hand takes the chosen colour, and a heart does not', async () => {
  const { emojis } = await readEmojiData('en');
  expect(withTone(emojiNamed(emojis, 'wave')!, 'dark')).toBe('👋🏿');
  expect(withTone(emojiNamed(emojis, 'wave')!, 'none')).toBe('👋');
  expect(withTone(emojiNamed(emojis, 'heart')!, 'dark')).toBe('❤️');
});

test('the table of another language has the same emoji under its own names', async () => {
  const [english, german] = await Promise.all([readEmojiData('en'), readEmojiData('de')]);
  expect(german.emojis.map(({ emoji }) => emoji).sort()).toEqual(
    english.emojis.map(({ emoji }) => emoji).sort(),
  );
  expect(findEmoji(german.emojis, 'konfetti', 8).map(({ emoji }) => emoji)).toContain('🎉');
  expect(new Set(english.emojis.map(({ category }) => category))).toEqual(
    new Set(english.categories.map(({ index }) => index)),
  );
});
