import { codeBlock, toggleLines, toggleMark } from './marks';
import { makeLink, pasteLink, replaceBetween, type Selected } from './text-edit';

/** `a |b| c`: bars stand where the selection begins and ends; one bar is the caret. */
const read = (text: string): Selected => {
  const start = text.indexOf('|');
  const end = text.lastIndexOf('|');
  return { value: text.replaceAll('|', ''), start, end: end === start ? start : end - 1 };
};

const write = ({ value, start, end }: Selected) =>
  start === end
    ? `${value.slice(0, start)}|${value.slice(start)}`
    : `${value.slice(0, start)}|${value.slice(start, end)}|${value.slice(end)}`;

test.each([
  ['a |b| c', 'a **|b|** c'],
  ['a **|b|** c', 'a |b| c'],
  ['a |**b**| c', 'a |b| c'],
  ['a| b |c', 'a **|b|** c'],
  ['a |', 'a **|**'],
  ['a **|**', 'a |'],
])('bold is put on and taken off: %s', (before, after) => {
  expect(write(toggleMark(read(before), '**'))).toBe(after);
});

test.each([
  ['|let a|', '```\n|let a|\n```'],
  ['see |a| b', 'see \n```\n|a|\n```\n b'],
  ['|', '```\n|\n```'],
])('code stands on lines of its own: %s', (before, after) => {
  expect(write(codeBlock(read(before)))).toBe(after);
});

test.each([
  ['a\nb|c\nd', 'a\n> bc|\nd'],
  ['|a\nb|', '> a\n> b|'],
  ['> a\n> b|', '> a\nb|'],
  ['|> a\n> b|', 'a\nb|'],
  ['|', '> |'],
])('lines become a quote and back: %s', (before, after) => {
  expect(write(toggleLines(read(before), '> '))).toBe(after);
});

test.each([
  ['a |b| c', 'a [b](|) c'],
  ['|https://x.y|', '[|](https://x.y)'],
  ['|', '[|]()'],
])('a link waits for what is missing: %s', (before, after) => {
  expect(write(makeLink(read(before)))).toBe(after);
});

test('an address that is pasted over words is their link', () => {
  expect(write(pasteLink(read('see |this| now'), ' https://x.y/z ')!)).toBe('see [this](https://x.y/z)| now');
});

test.each([
  ['a |', 'https://x.y'],
  ['a |b|', 'no address'],
  ['a |b|', 'javascript:alert(1)'],
  ['|https://a.b|', 'https://x.y'],
  ['|a\nb|', 'https://x.y'],
])('anything else is pasted as it is: %s', (before, pasted) => {
  expect(pasteLink(read(before), pasted)).toBeNull();
});

test('the caret goes behind what takes the place of something', () => {
  expect(write(replaceBetween('hi @gr there', 3, 6, '@grace '))).toBe('hi @grace | there');
});
