import { filtersIn, withOperator, withoutFilter } from './operators';
import { groupsOf } from './result-groups';
import { snippetParts } from './snippet-parts';

test('operators are found between words, quoted or not', () => {
  expect(
    filtersIn('tea from:ada IN:"reading circle" has:link').map(({ operator, value }) => [operator, value]),
  ).toEqual([
    ['from', 'ada'],
    ['in', 'reading circle'],
    ['has', 'link'],
  ]);
});

test('words that only look like operators are words', () => {
  expect(filtersIn('hasfrom:ada note:x from: in:')).toEqual([]);
});

test('an operator can be taken out again and begun', () => {
  const q = 'tea in:"reading circle" please';
  expect(withoutFilter(q, filtersIn(q)[0]!)).toBe('tea please');
  expect(withOperator('tea ', 'from')).toBe('tea from:');
  expect(withOperator('', 'has')).toBe('has:');
});

test('a snippet is cut at its highlights', () => {
  expect(snippetParts('warm tea now', [[5, 8]])).toEqual([
    { text: 'warm ', isHit: false },
    { text: 'tea', isHit: true },
    { text: ' now', isHit: false },
  ]);
});

test('highlights that overlap, lie outside or come out of order lose and double nothing', () => {
  const snippet = 'abcdef';
  const parts = snippetParts(snippet, [
    [4, 99],
    [1, 3],
    [2, 4],
  ]);
  expect(parts.map(({ text }) => text).join('')).toBe(snippet);
  expect(parts.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['bc', 'd', 'ef']);
  expect(snippetParts('', [])).toEqual([]);
});

test('results that follow each other in one room are one group', () => {
  const result = (roomId: string, id: string) => ({ room: { id: roomId }, message: { id } }) as never;
  const groups = groupsOf([result('a', '1'), result('a', '2'), result('b', '3'), result('a', '4')]);
  expect(groups.map(({ room, results }) => `${room.id}${results.length}`)).toEqual(['a2', 'b1', 'a1']);
});
