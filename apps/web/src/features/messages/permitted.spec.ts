import type { Message, Room } from '@parley/shared-types';
import { permitted } from './permitted';

const message = (given: Partial<Message> = {}) =>
  ({ senderId: 'grace', deletedAt: null, threadRootId: null, ...given }) as Message;

const room = (given: Partial<Room> = {}) =>
  ({ kind: 'group', members: [], receipts: [], archivedAt: null, me: { role: 'member' }, ...given }) as Room;

const allowed = (said: Message | null, where = room(), inThread = false) =>
  permitted(said, { meId: 'ada', room: where, inThread });

describe('what may be done with a message', () => {
  it('is everything but editing and deleting with what others wrote', () => {
    expect([...allowed(message())].sort()).toEqual(
      ['copyLink', 'copyText', 'forward', 'markUnread', 'pin', 'react', 'reply', 'thread'].sort(),
    );
  });

  it('is editing and deleting too with my own', () => {
    const mine = allowed(message({ senderId: 'ada' }));
    expect(mine.has('edit') && mine.has('delete')).toBe(true);
  });

  it.each(['owner', 'moderator'] as const)('is deleting, never editing, for a room’s %s', (role) => {
    const others = allowed(message(), room({ me: { role } as Room['me'] }));
    expect(others.has('delete')).toBe(true);
    expect(others.has('edit')).toBe(false);
  });

  it('is not deleting for the one who began a conversation of two', () => {
    const direct = room({ kind: 'direct', me: { role: 'owner' } as Room['me'] });
    expect(allowed(message(), direct).has('delete')).toBe(false);
  });

  it('is only reading in an archived room', () => {
    const archived = room({ archivedAt: '2026-03-09T12:00:00.000Z' });
    expect([...allowed(message({ senderId: 'ada' }), archived)].sort()).toEqual(
      ['copyLink', 'copyText', 'forward', 'markUnread'].sort(),
    );
  });

  it('is nothing with a deleted message, with one on its way, and for who is not in the room', () => {
    expect(allowed(message({ deletedAt: '2026-03-09T12:00:00.000Z' })).size).toBe(0);
    expect(allowed(null).size).toBe(0);
    expect(allowed(message(), room({ me: null })).size).toBe(0);
  });

  it('is seeing who read it, where the room is small enough to be told', () => {
    const told = { members: [{ id: 'ada' }], receipts: [{ userId: 'ada', readSeq: 1 }] } as Partial<Room>;
    expect(allowed(message(), room(told)).has('seenBy')).toBe(true);
    expect(allowed(message(), room()).has('seenBy')).toBe(false);
  });

  it('is no thread within a thread', () => {
    expect(allowed(message({ threadRootId: 'root' }), room(), true).has('thread')).toBe(false);
    expect(allowed(message(), room(), true).has('thread')).toBe(false);
  });
});
