import { parseQuery } from './search-query.js';
import { snippetOf } from './snippet.js';

/** The snippet with what is highlighted in brackets. */
function shown(text: string, q: string): string {
  const { snippet, highlights } = snippetOf(text, parseQuery(q).phrases);
  return highlights.reduceRight(
    (line, [start, end]) => `${line.slice(0, start)}[${line.slice(start, end)}]${line.slice(end)}`,
    snippet,
  );
}

describe('a snippet', () => {
  it.each<[string, string, string, string]>([
    ['shows each word that was asked for', 'plan', 'A plan, the Plan', 'A [plan], the [Plan]'],
    ['shows the beginning of a longer one', 'pl', 'planned, apply', '[pl]anned, apply'],
    ['shows a part of three letters', 'lan', 'planned', 'p[lan]ned'],
    [
      'shows a phrase as one',
      'don\'t "be late"',
      "Don't be late or be lately",
      "[Don't] [be late] or be lately",
    ],
    ['shows words that meet as one', 'plan lann', 'planned', '[plann]ed'],
    ['shows characters without spaces', '京タ', '東京タワー', '東[京タ]ワー'],
    ['finds accents again', 'cafe', 'Le café', 'Le [café]'],
    ['shows the whole word where letters became others', 'ass', 'Straße', '[Straße]'],
    ['begins at the beginning when nothing is to be shown', 'from:ada', 'Good day', 'Good day'],
  ])('%s', (_, q, text, expected) => {
    expect(shown(text, q)).toBe(expected);
  });

  it('of a long text is around the first hit, between whole words', () => {
    const text = `${'before '.repeat(40)}needle ${'after '.repeat(40)}`;

    const snippet = shown(text, 'needle');

    expect(snippet).toMatch(/^…(before )+\[needle\]( after)+…$/);
    expect(snippet.length).toBeLessThanOrEqual(202);
    expect(snippet.length).toBeGreaterThan(150);
  });

  it('is never longer than 200 and never begins or ends within a character, wherever the hit is', () => {
    for (let at = 0; at < 300; at++) {
      const [before, after] = [
        `${'a'.repeat(at % 2)}${'𐐨'.repeat(at)}`,
        `${'a'.repeat(at % 3)}${'𝒳'.repeat(200)}`,
      ];
      const { snippet, highlights } = snippetOf(`${before}京${after}`, [{ words: ['京'], isQuoted: true }]);

      expect(snippet.length).toBeLessThanOrEqual(200);
      expect(snippet).not.toMatch(/\p{Surrogate}/u);
      expect(snippet.slice(...highlights[0]!)).toBe('京');
    }
  });
});
