const CONSONANTS = 'b c d f g h k l m n p r s t v w z st tr pl ch sh'.split(' ');
const VOWELS = 'a e i o u ea ou ai'.split(' ');
const ENDINGS = ['', '', 'n', 'r', 's', 'ng', 't', 'l'];

const SHORT_WORDS = 500;
const FIRST_HAN = 0x4e00;
const HAN = 5_000;

/**
 * A language whose words are as frequent as words are: the nth most frequent one n times as rare as the first
 * (Zipf). The same seed gives the same words and messages.
 */
export class Language {
  #state;
  words = [];

  constructor(size, seed = 12_345) {
    this.#state = seed;
    const known = new Set();
    while (this.words.length < size) {
      const word = this.#newWord(this.words.length < SHORT_WORDS ? 2 : 4);
      if (!known.has(word)) this.words.push(word);
      known.add(word);
    }
  }

  /** From 0 up to, not including, 1 (xorshift, George Marsaglia). */
  chance() {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) / 2 ** 32;
  }

  /** One of the items, the first ones most of the time. */
  oneOf(items) {
    return items[Math.min(items.length - 1, Math.floor(items.length ** this.chance()) - 1)];
  }

  /** A message of three to twenty words; one in twenty is Chinese. */
  message() {
    const length = 3 + Math.floor(this.chance() * 18);
    const isHan = this.chance() < 0.05;
    const parts = Array.from({ length }, () => (isHan ? this.han() : this.oneOf(this.words)));
    return parts.join(isHan ? '' : ' ');
  }

  han() {
    const rank = Math.min(HAN, Math.floor(HAN ** this.chance()));
    return String.fromCharCode(FIRST_HAN + rank);
  }

  #newWord(most) {
    const any = (parts) => parts[Math.floor(this.chance() * parts.length)];
    const syllables = 1 + Math.floor(this.chance() * most);
    return Array.from({ length: syllables }, () => any(CONSONANTS) + any(VOWELS) + any(ENDINGS)).join('');
  }
}
