import { decodeCursor, encodeCursor, toPage } from './cursor.js';

describe('a cursor', () => {
  it('brings back the key it was made of', () => {
    expect(decodeCursor(encodeCursor([7, 'ключ']), ['number', 'string'])).toEqual([7, 'ключ']);
  });

  it.each(['', 'x', 'W10', encodeCursor(['7', 'x']), encodeCursor([7])])('%j is refused', (cursor) => {
    expect(() => decodeCursor(cursor, ['number', 'string'])).toThrow('Not a cursor of this list');
  });
});

describe('a page', () => {
  const keyOf = (n: number) => [n];

  it('has a next one only when there is a row beyond it', () => {
    expect(toPage([1, 2, 3], 2, keyOf)).toEqual({ items: [1, 2], nextCursor: encodeCursor([2]) });
    expect(toPage([1, 2], 2, keyOf)).toEqual({ items: [1, 2], nextCursor: null });
    expect(toPage([], 2, keyOf)).toEqual({ items: [], nextCursor: null });
  });
});
