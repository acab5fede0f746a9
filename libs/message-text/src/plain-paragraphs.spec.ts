import { tokensOf } from './lexer.js';
import { parseMessage } from './parse-message.js';
import { mayHaveMarks, plainParagraphs } from './plain-paragraphs.js';

const MARKED = [
  ...['*a*', 'a_b', '~~a~~', '`a`', '[a](https://b.c)', '<https://a.b>', '> a', '\\*', 'see https://a.b'],
  ...['WWW.a.b', 'ada@a.org', '- a', 'a\n  - b', '1. a', '+ a', '# a', '```', 'a\n## b', '(@ada)'],
];

const PLAIN = [
  ...[
    '',
    'hello',
    'hello, @ada. #general',
    'a\nb',
    'a\n\nb',
    '1.5 - 2 + 3',
    '#general',
    '-1',
    'a: b!',
    '@ada\n@grace',
  ],
  ...[
    '日本語 @田中',
    '🎉',
    'what? (no)',
    '| a | b |',
    'a = b; c && d',
    '"quoted" and \'quoted\'',
    '  set in\n    more',
  ],
];

it.each(MARKED)('%j may have marks', (body) => {
  expect(mayHaveMarks(body)).toBe(true);
});

it.each(PLAIN)('%j is plain, and the grammar finds nothing in it either', (body) => {
  expect(mayHaveMarks(body)).toBe(false);
  const types = (tokensOf(body) ?? []).flatMap((token) => [
    token.type,
    ...(('tokens' in token && token.tokens) || []).map(({ type }) => type),
  ]);
  expect(types.filter((type) => !['paragraph', 'text', 'br', 'space'].includes(type))).toEqual([]);
  expect(parseMessage(body)).toEqual(plainParagraphs(body));
});

it('paragraphs are parted by blank lines, however many, and keep what sets them in', () => {
  const text = (value: string) => ({ type: 'text', value });
  expect(plainParagraphs('a\r\nb\n \n\n  c\n')).toEqual([
    { type: 'paragraph', children: [text('a'), { type: 'break' }, text('b')] },
    { type: 'paragraph', children: [text('  c')] },
  ]);
});
