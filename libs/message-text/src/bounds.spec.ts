import { parseMessage } from './parse-message.js';
import { plainText } from './plain-text.js';
import { MAX_DEPTH, type TextNode } from './text-node.js';
import { childrenOf } from './walk.js';

const LENGTH = 8_000;
const of = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

const depth = (nodes: TextNode[]): number =>
  nodes.reduce((most, node) => Math.max(most, 1 + depth(childrenOf(node))), 0);

const PIECES = [
  ...['*', '_', '~~', '`', '``` ', '[', ']', '![', '](', '>', '#', '@', '<', '\\', '&', '\n', '\t', ' '],
  ...['- ', '* ', '1. ', '> - ', '- a\n', '> a\n', '~~~\n', '  - a\n\n', '*a', '*a ', '**a_', '*a*_', 'a**b'],
  ...[
    '[a](',
    '[](((',
    '[](<',
    '[a](b "',
    'www.a(',
    'http://',
    'http://a(',
    'a@a.',
    '@a_',
    '#a.',
    '*_~',
    '`a',
  ],
];

describe('a text of nothing but marks', () => {
  it.each(PIECES)('has a tree of bounded depth, and keeps what it says: %j', (piece) => {
    const tree = parseMessage(of(piece));
    // Blocks and what is inside a line each nest so far, with a paragraph and a text between and below.
    expect(depth(tree)).toBeLessThanOrEqual(2 * MAX_DEPTH + 3);
    if (/[a-z]/.test(piece)) expect(plainText(of(piece))).toMatch(/[a-z]/);
  });

  it('is read once, however the marks are mixed', () => {
    const pieces = PIECES.map((piece) => piece.repeat(40)).join('');
    expect(depth(parseMessage(pieces))).toBeLessThanOrEqual(2 * MAX_DEPTH + 3);
  });
});

describe('what is marks rather than text', () => {
  it.each(['**a_'.repeat(2_000), '> '.repeat(50), '1. '.repeat(50), `${'- '.repeat(9)}a`])(
    'stands as it was written',
    (body) => {
      const types = new Set(
        parseMessage(body)
          .flatMap(childrenOf)
          .map(({ type }) => type),
      );
      expect([...types]).toEqual(['text']);
    },
  );

  it('does not touch what people write', () => {
    const body = Array.from({ length: 150 }, (_, index) => `- **${index}** of _them_`).join('\n');
    expect(parseMessage(body).map(({ type }) => type)).toEqual(['list']);
  });
});

describe('any characters', () => {
  it.each([
    ['', ''],
    [' \n\t\n ', ''],
    ['Z̵̢͎̃a̷̡͝l̸̰̈g̵̞͠o̸̜̐', 'Z̵̢͎̃a̷̡͝l̸̰̈g̵̞͠o̸̜̐'],
    ['שלום **עולם** \u202eabc', 'שלום עולם \u202eabc'],
    ['👩‍👩‍👧‍👦 **🎉**', '👩‍👩‍👧‍👦 🎉'],
    ['\ud800 lone *half*', '\ud800 lone half'],
    ['a\r\nb\rc', 'a b c'],
  ])('are kept: %j', (body, plain) => {
    expect(plainText(body)).toBe(plain);
  });
});
