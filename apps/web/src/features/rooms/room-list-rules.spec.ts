import type { Room } from '@parley/shared-types';
import { badgeOf, badgeTotal, wantsMe } from './room-badge';
import { inListOrder, neighbourOf, sectionsOf } from './room-sections';

type Mine = Partial<NonNullable<Room['me']>>;

const room = (id: string, mine: Mine = {}, rest: Partial<Room> = {}) =>
  ({
    id,
    kind: 'channel',
    archivedAt: null,
    me: { unreadCount: 0, mentionCount: 0, notify: 'all', starred: false, ...mine },
    ...rest,
  }) as Room;

const direct = (id: string, mine: Mine = {}) => room(id, mine, { kind: 'direct' });
const idsOf = (rooms: readonly Room[]) => rooms.map(({ id }) => id).join(' ');

test('starred rooms of any kind come first, then rooms, then people', () => {
  const rooms = [
    direct('grace'),
    room('a'),
    direct('linus', { starred: true }),
    room('b', { starred: true }),
  ];
  expect(idsOf(sectionsOf(rooms).starred)).toBe('linus b');
  expect(idsOf(inListOrder(rooms))).toBe('linus b a grace');
});

test('archived rooms, and those that I am not in, are not in the list', () => {
  const rooms = [room('a', {}, { archivedAt: '2026-01-01T00:00:00.000Z' }), room('b', {}, { me: null })];
  expect(inListOrder(rooms)).toEqual([]);
});

test('a muted room counts only what mentions me', () => {
  const muted = room('a', { notify: 'none', unreadCount: 7, mentionCount: 2 });
  expect(badgeOf(muted)).toEqual({ unread: 0, mentions: 2 });
  expect(wantsMe(room('b', { notify: 'none', unreadCount: 7 }))).toBe(false);
  expect(badgeTotal([muted, room('c', { unreadCount: 3, mentionCount: 1 })])).toBe(5);
});

test('the keys go round the list in both directions', () => {
  const list = [room('a'), room('b'), room('c')];
  expect(neighbourOf(list, 'a', 1)?.id).toBe('b');
  expect(neighbourOf(list, 'c', 1)?.id).toBe('a');
  expect(neighbourOf(list, 'a', -1)?.id).toBe('c');
});

test('without an open room they begin at the end where the key comes from', () => {
  const list = [room('a'), room('b'), room('c')];
  expect(neighbourOf(list, null, 1)?.id).toBe('a');
  expect(neighbourOf(list, null, -1)?.id).toBe('c');
});

test('the keys for unread rooms pass over the others, and over the open one', () => {
  const list = [room('a', { unreadCount: 1 }), room('b'), room('c', { unreadCount: 2 })];
  expect(neighbourOf(list, 'a', 1, wantsMe)?.id).toBe('c');
  expect(neighbourOf(list, 'c', 1, wantsMe)?.id).toBe('a');
  expect(neighbourOf([room('a', { unreadCount: 1 }), room('b')], 'a', 1, wantsMe)).toBeUndefined();
});
