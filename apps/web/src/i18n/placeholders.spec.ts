import { placeholdersOf } from './placeholders';

describe('what a message wants to be given', () => {
  it('is its arguments and its tags', () => {
    expect(placeholdersOf('Hello <b>{name}</b>, {count, number} new')).toEqual(['<b>', 'count', 'name']);
  });

  it('is also what the cases of a plural and of a select name, and not their words', () => {
    expect(placeholdersOf('{count, plural, one {{name} writes} other {people}}')).toEqual(['count', 'name']);
    expect(placeholdersOf('{kind, select, a {to #{room}} other {to {who}}}')).toEqual([
      'kind',
      'room',
      'who',
    ]);
  });

  it('cannot be told of a message with an open brace', () => {
    expect(() => placeholdersOf('Hello {name')).toThrow();
    expect(() => placeholdersOf('{count, plural, other {#}')).toThrow();
  });
});
