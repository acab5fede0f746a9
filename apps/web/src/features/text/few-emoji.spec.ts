import { isFewEmoji } from './few-emoji';

describe('up to three emoji alone', () => {
  it.each(['🎉', '🎉 🎉', '👩‍👩‍👧‍👦', '👍🏽', '❤️', '🇩🇪🇫🇷', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '👨🏽‍🚒🔥\n🎉', ' ☕ '])(
    'are large: %j',
    (body) => {
      expect(isFewEmoji(body)).toBe(true);
    },
  );

  it.each(['', '  ', '🎉🎉🎉🎉', '🎉 hi', '1', '12', '#', '*', '©', 'a', '🇩', '🎉'.repeat(200)])(
    'anything else is text: %j',
    (body) => {
      expect(isFewEmoji(body)).toBe(false);
    },
  );
});
