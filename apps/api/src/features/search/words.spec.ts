import { isCharacter, wordsIn, wordsOf } from './words.js';

describe('the words of a text', () => {
  it.each<[string, string, string[]]>([
    ['case does not matter', 'Hello WORLD', ['hello', 'world']],
    ['nor do accents, however they are written', 'Café cafe\u0301 naïve', ['cafe', 'cafe', 'naive']],
    ['nor compatibility forms', 'ﬁne Ｗｉｄｅ', ['fine', 'wide']],
    ['letters with two lower forms meet', 'Straße STRASSE ὈΔΥΣΣΕΎΣ', ['strasse', 'strasse', 'οδυσσευσ']],
    ['signs part words', "don't a:b foo-bar_baz 1.5", ['don', 't', 'a', 'b', 'foo', 'bar', 'baz', '1', '5']],
    ['vowel points may be left out', 'שָׁלוֹם مَرْحَبًا', ['שלום', 'مرحبا']],
    ['vowel signs that are part of the word may not', 'हिन्दी', ['हिन्दी']],
    [
      'each character is one where there are no spaces',
      '東京タワーabc 서울',
      ['東', '京', 'タ', 'ワ', 'ー', 'abc', '서', '울'],
    ],
    ['voiced kana are letters of their own', 'がか', ['が', 'か']],
    ['signs and pictures are none', '… "*" (🙂) \ud800 \0', []],
    ['numbers in brackets are the numbers', '⑴ ½', ['1', '12']],
    ['a word beyond all measure is cut', 'x'.repeat(100), ['x'.repeat(64)]],
    [
      'and never in the middle of a character',
      `x${'𝒳'.repeat(40)}${'𐐨'.repeat(60)}`,
      [`x${'x'.repeat(40)}${'𐐨'.repeat(11)}`],
    ],
  ])('%s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('each has its place', () => {
    expect([...wordsIn('Où, 東?')]).toEqual([
      { text: 'ou', start: 0, end: 2 },
      { text: '東', start: 4, end: 5 },
    ]);
  });

  it('a character that is a word is told from a short word', () => {
    expect(['京', 'a', 'タ', '7'].map(isCharacter)).toEqual([true, false, true, false]);
  });
});
