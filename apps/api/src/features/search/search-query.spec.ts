import { parseQuery, saysNothing, type Asked } from './search-query.js';

const NOTHING: Asked = { phrases: [], from: [], in: [], has: [], before: [], after: [] };
const loose = (...words: string[]) => ({ words, isQuoted: false });
const quoted = (...words: string[]) => ({ words, isQuoted: true });

describe('what somebody typed into the search', () => {
  it.each<[string, string, Partial<Asked>]>([
    ['words', 'Plan  B', { phrases: [loose('plan'), loose('b')] }],
    ['words with signs inside belong together', "don't", { phrases: [loose('don', 't')] }],
    ['a phrase', '"the  plan" now', { phrases: [quoted('the', 'plan'), loose('now')] }],
    ['a phrase that never ends', 'now "the plan', { phrases: [loose('now'), quoted('the', 'plan')] }],
    ['people', 'from:ada FROM:"grace"', { from: ['ada', 'grace'] }],
    [
      'rooms, also with spaces in their names',
      'in:#general in:"project x"',
      { in: ['#general', 'project x'] },
    ],
    ['what it has', 'has:link has:CODE', { has: ['link', 'code'] }],
    [
      'days',
      'before:2026-02-01 after:2026-01-01',
      { before: [Date.UTC(2026, 1)], after: [Date.UTC(2026, 0)] },
    ],
    ['instants', 'after:2026-01-01T10:00:00Z', { after: [Date.UTC(2026, 0, 1, 10)] }],
    ['a day that is none is words', 'before:noon', { phrases: [loose('before', 'noon')] }],
    ['so is having what nothing has', 'has:beard', { phrases: [loose('has', 'beard')] }],
    ['so is an operator without a value', 'from: in:""', { phrases: [loose('from'), loose('in')] }],
    [
      'so is one that does not exist',
      'color:red to:"be or"',
      { phrases: [loose('color', 'red'), loose('to', 'be', 'or')] },
    ],
    ['addresses are words', 'https://example.org', { phrases: [loose('https', 'example', 'org')] }],
    ['signs of other languages are nothing', '" * NEAR( ) - %_ ^ :', { phrases: [quoted('near')] }],
    ['200 brackets', '('.repeat(200), {}],
    ['half characters', '\ud800 a\udfffb \0', { phrases: [loose('a', 'b')] }],
  ])('%s', (_, q, asked) => {
    expect(parseQuery(q)).toEqual({ ...NOTHING, ...asked });
  });

  it('says nothing without a word or an operator', () => {
    expect(['', ' ', '***', '""', '(-)'].map((q) => saysNothing(parseQuery(q)))).toEqual(Array(5).fill(true));
    expect(['a', 'from:me', '"b"'].map((q) => saysNothing(parseQuery(q)))).toEqual([false, false, false]);
  });
});
