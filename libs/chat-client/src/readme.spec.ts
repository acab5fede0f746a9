import { readFileSync } from 'node:fs';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('the README quotes the bot as it is', () => {
  expect(read('../README.md')).toContain('```js\n' + read('../examples/bot.mjs') + '```');
});

test('the bot has at most ten lines', () => {
  const lines = read('../examples/bot.mjs').split('\n');
  expect(lines.filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(10);
});
