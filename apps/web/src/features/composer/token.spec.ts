import { tokenAt } from './token';

const at = (text: string) => {
  const token = tokenAt(text, text.length);
  return token && `${token.sign}${token.typed}`;
};

test.each([
  ['@', '@'],
  ['hi @gr', '@gr'],
  ['(@田中', '@田中'],
  ['**@ada', '@ada'],
  ['see #gen', '#gen'],
  ['yes :ta', ':ta'],
  ['yes :tada:', ':tada:'],
  ['`a` @b', '@b'],
])('%s names something', (text, token) => {
  expect(at(text)).toBe(token);
});

test.each(['', 'a', 'ada@ex', 'a#b', '10:30', ':)', ':D', 'https:', '@ada ', '`@a', '```\n@a', 'x:ab'])(
  '%j names nothing',
  (text) => {
    expect(at(text)).toBeNull();
  },
);

test('it is what stands before the caret that counts', () => {
  expect(tokenAt('hi @grace there', 6)).toEqual({ sign: '@', typed: 'gr', start: 3, end: 6 });
});
