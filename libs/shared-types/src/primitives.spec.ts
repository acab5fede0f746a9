import * as z from 'zod/mini';
import { Emoji, Id, limit, line, Position, PositionInQuery, text, Timestamp } from './primitives.js';

const fits = (schema: z.core.$ZodType, value: unknown) => z.safeParse(schema, value).success;

describe('an id', () => {
  it.each(['0190a1b2-0000-7000-8000-000000000000', 'f47ac10b-58cc-4372-a567-0e02b2c3d479'])(
    '%s is one',
    (id) => {
      expect(fits(Id, id)).toBe(true);
    },
  );

  it.each([
    '',
    'x',
    '0190a1b2',
    '0190a1b2-0000-7000-8000-00000000000',
    ' 0190a1b2-0000-7000-8000-000000000000',
    7,
  ])('%j is none', (id) => {
    expect(fits(Id, id)).toBe(false);
  });
});

describe('a position', () => {
  it.each([0, 1, Number.MAX_SAFE_INTEGER])('%d is one', (seq) => {
    expect(fits(Position, seq)).toBe(true);
  });

  it.each([-1, 1.5, 2 ** 53, NaN, Infinity, '1', null])('%p is none', (seq) => {
    expect(fits(Position, seq)).toBe(false);
  });

  it.each(['-1', '1.5', 'x', 'NaN', '9007199254740993'])('%s in a query is none', (seq) => {
    expect(fits(PositionInQuery, seq)).toBe(false);
  });

  it('in a query is a number afterwards', () => {
    expect(z.parse(PositionInQuery, '12')).toBe(12);
  });
});

describe('text', () => {
  it('is as long as it may be', () => {
    expect(fits(text(1, 4), 'abcd')).toBe(true);
    expect(fits(text(1, 4), 'abcde')).toBe(false);
    expect(fits(text(1, 4), '')).toBe(false);
    expect(fits(text(1, 4), '🙂🙂')).toBe(true);
    expect(fits(text(1, 4), '🙂🙂a')).toBe(false);
  });

  it.each(['a\0b', '\ud800', 'x\udc00y'])('that no store keeps is refused: %j', (value) => {
    expect(fits(text(0, 10), value)).toBe(false);
  });

  it('keeps lines, tabs and spaces as they are', () => {
    expect(z.parse(text(0, 20), ' a\n\tb ')).toBe(' a\n\tb ');
  });
});

describe('a line', () => {
  it('is trimmed before it is measured', () => {
    expect(z.parse(line(1, 3), '  abc  ')).toBe('abc');
    expect(fits(line(1, 3), '   ')).toBe(false);
  });

  it.each(['a\nb', 'a\tb', 'a\u0000b', 'a\u009fb', '\ud800'])('has no control characters: %j', (value) => {
    expect(fits(line(0, 9), value)).toBe(false);
  });
});

describe('the limit of a page', () => {
  const schema = limit(200, 50);

  it('is the usual one unless it is given, also as text', () => {
    expect(z.parse(schema, undefined)).toBe(50);
    expect(z.parse(schema, '7')).toBe(7);
  });

  it.each(['0', '201', '-1', '1.5', 'x', ''])('%j is refused', (value) => {
    expect(fits(schema, value)).toBe(false);
  });
});

describe('a timestamp', () => {
  it('is an instant in UTC', () => {
    expect(fits(Timestamp, new Date(0).toISOString())).toBe(true);
    expect(fits(Timestamp, '2024-01-01T00:00:00+02:00')).toBe(false);
    expect(fits(Timestamp, '2024-01-01')).toBe(false);
  });
});

describe('an emoji', () => {
  it.each(['👍', '❤️', '❤', '👩🏽‍💻', '🇩🇪', '1️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '👨‍👩‍👧‍👦', '☺'])('%s is one', (emoji) => {
    expect(fits(Emoji, emoji)).toBe(true);
  });

  it.each(['', '1', '#', 'a', ':+1:', '👍👍', '👍 ', '<b>', '🇩', '👩‍'])('%j is none', (emoji) => {
    expect(fits(Emoji, emoji)).toBe(false);
  });
});
