import type { TimelineItem } from '@parley/chat-client/react';
import { firstUnread, toRows } from './rows';

const MINUTE_MS = 60_000;

/** A message by `senderId`, stored at `seq` unless that is null, so many minutes after noon. */
const said = (senderId: string, seq: number | null, minutes: number) =>
  ({
    key: `key ${seq ?? 'unsent'}`,
    senderId,
    mine: senderId === 'ada',
    createdAt: new Date(Date.UTC(2026, 2, 9, 12) + minutes * MINUTE_MS).toISOString(),
    threadRootId: null,
    message: seq === null ? null : { id: `id ${seq}`, seq, deletedAt: null },
  }) as TimelineItem;

const replied = (rootSeq: number, ...[senderId, seq, minutes]: Parameters<typeof said>) => ({
  ...said(senderId, seq, minutes),
  threadRootId: `id ${rootSeq}`,
});

const context = { timeZone: 'UTC', hasBefore: true, readSeq: null };

const shape = (items: TimelineItem[], given: Partial<Parameters<typeof toRows>[1]> = {}) =>
  toRows(items, { ...context, ...given }).map((row) =>
    row.kind === 'message'
      ? `${row.item.senderId}${row.head ? ' head' : ''}${row.last ? ' last' : ''}`
      : row.kind,
  );

describe('rows of a timeline', () => {
  it('gathers what one author says within five minutes', () => {
    const items = [said('grace', 5, 0), said('grace', 6, 4.9), said('grace', 7, 10), said('linus', 8, 10.1)];
    expect(shape(items)).toEqual(['grace head', 'grace', 'grace head', 'linus head']);
  });

  it('begins each day of the reader with a line', () => {
    const items = [said('grace', 5, 0), said('grace', 6, 12 * 60 - 1), said('grace', 7, 12 * 60 + 1)];
    expect(shape(items)).toEqual(['grace head', 'grace head', 'day', 'grace head']);
    expect(shape(items, { timeZone: 'Asia/Tokyo' })).toEqual(['grace head', 'day', 'grace head', 'grace']);
  });

  it('changes nothing below when older messages come before', () => {
    const loaded = [said('grace', 5, 3), said('grace', 6, 4)];
    const older = [said('grace', 3, 1), said('grace', 4, 2)];
    const heads = new Set(['key 5']);

    expect(shape([...older, ...loaded], { heads }).slice(-2)).toEqual(shape(loaded, { heads }));
    expect(shape([...older, ...loaded]).slice(-2)).not.toEqual(shape(loaded));
  });

  it('puts the New divider before the first unread message', () => {
    expect(shape([said('grace', 5, 0), said('grace', 6, 1)], { readSeq: 5 })).toEqual([
      'grace head',
      'new',
      'grace head',
    ]);
  });

  it('shows no divider when what is unread begins before these messages', () => {
    const items = [said('grace', 5, 0)];
    expect(firstUnread(items, { readSeq: 2, hasBefore: true })).toBeNull();
    expect(firstUnread(items, { readSeq: 4, hasBefore: true })).toBe(5);
    expect(firstUnread(items, { readSeq: 0, hasBefore: false })).toBe(5);
  });

  it('begins with the beginning, also in a room where nothing was said', () => {
    expect(shape([], { hasBefore: false })).toEqual(['beginning']);
    expect(shape([said('grace', 1, 0)], { hasBefore: false })).toEqual(['beginning', 'day', 'grace head']);
  });

  it('marks the latest of my messages, sent or not', () => {
    expect(shape([said('ada', 5, 0), said('ada', null, 1), said('grace', 6, 2)])).toEqual([
      'ada head',
      'ada last',
      'grace head',
    ]);
  });

  it('folds replies in threads into what began them, which knows when the last came', () => {
    const items = [said('grace', 5, 0), replied(5, 'ada', 6, 1), replied(5, 'grace', 7, 2)];
    const rows = toRows(items, context);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ repliedAt: items[2]!.createdAt, seenSeq: 7 });
  });

  it('counts what is folded as seen with the message before it', () => {
    const items = [said('grace', 5, 0), said('grace', 6, 1), replied(5, 'ada', 7, 2), said('grace', 8, 3)];
    expect(toRows(items, context)).toMatchObject([{ seenSeq: 5 }, { seenSeq: 7 }, { seenSeq: 8 }]);
  });

  it('puts no divider before a reply that is folded away', () => {
    const items = [said('grace', 5, 0), replied(5, 'linus', 6, 1), said('grace', 7, 2)];
    expect(shape(items, { readSeq: 5 })).toEqual(['grace head', 'new', 'grace head']);
    expect(shape(items.slice(0, 2), { readSeq: 5 })).toEqual(['grace head']);
    expect(firstUnread(items.slice(1), { readSeq: 5, hasBefore: true })).toBe(7);
  });

  it('knows no last reply when all of them are deleted', () => {
    const gone = { ...replied(5, 'ada', 6, 1), message: { id: 'id 6', seq: 6, deletedAt: 'then' } };
    expect(toRows([said('grace', 5, 0), gone as TimelineItem], context)).toMatchObject([{ repliedAt: null }]);
  });
});
