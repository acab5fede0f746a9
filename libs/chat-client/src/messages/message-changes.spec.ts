import { ada, grace } from '../testing/people.js';
import { ROOM_ID, sampleMessage } from '../testing/samples.js';
import { changesOf, isDone, needlessAfter, withChanges } from './message-changes.js';
import type { MessageChange, OutboxChange } from './outbox-entry.js';

const target = sampleMessage(1, { reactions: [{ emoji: '👍', userIds: [grace.id] }], mentions: [ada.id] });
let position = 0;
const change = (made: MessageChange, roomId = ROOM_ID): OutboxChange => ({
  ...made,
  clientId: `change-${++position}`,
  userId: ada.id,
  roomId,
  createdAt: '2026-03-01T00:00:00.000Z',
  position,
  owner: 'tab',
  state: 'queued',
  error: null,
  target,
});
const after = (...changes: MessageChange[]) =>
  withChanges(
    target,
    changes.map((made) => change(made)),
  );

test('an edit is seen with its time', () => {
  expect(after({ action: 'edit', body: 'other' })).toMatchObject({
    body: 'other',
    editedAt: '2026-03-01T00:00:00.000Z',
  });
  expect(after({ action: 'edit', body: target.body })).toBe(target);
});

test('a deleted message has nothing left, and nothing more happens to it', () => {
  const gone = after({ action: 'pin', isOn: true }, { action: 'remove' }, { action: 'edit', body: 'other' });
  expect(gone).toMatchObject({ body: '', reactions: [], mentions: [], pinnedAt: null });
  expect(gone.deletedAt).not.toBeNull();
});

test('a reaction of mine joins those of others, and goes alone', () => {
  const on = after({ action: 'react', emoji: '👍', isOn: true });
  expect(on.reactions).toEqual([{ emoji: '👍', userIds: [grace.id, ada.id] }]);
  const own = after({ action: 'react', emoji: '🎉', isOn: true });
  expect(own.reactions).toEqual([...target.reactions, { emoji: '🎉', userIds: [ada.id] }]);
  const off = after(
    { action: 'react', emoji: '🎉', isOn: true },
    { action: 'react', emoji: '🎉', isOn: false },
  );
  expect(off.reactions).toEqual(target.reactions);
});

test('a reaction that is there already is not there twice', () => {
  const twice = after(
    { action: 'react', emoji: '🎉', isOn: true },
    { action: 'react', emoji: '🎉', isOn: true },
  );
  expect(twice.reactions.at(-1)).toEqual({ emoji: '🎉', userIds: [ada.id] });
});

test('a pin keeps the time at which it was first pinned', () => {
  const pinned = { ...target, pinnedAt: '2026-01-05T00:00:00.000Z' };
  expect(withChanges(pinned, [change({ action: 'pin', isOn: true })]).pinnedAt).toBe(pinned.pinnedAt);
  expect(withChanges(pinned, [change({ action: 'pin', isOn: false })]).pinnedAt).toBeNull();
});

test('of several edits, and of several turns of one switch, only the last is needed', () => {
  const waiting = [
    change({ action: 'edit', body: 'a' }),
    change({ action: 'react', emoji: '👍', isOn: true }),
    change({ action: 'react', emoji: '🎉', isOn: true }),
    change({ action: 'pin', isOn: true }),
  ];
  expect(needlessAfter(waiting, { action: 'edit', body: 'b' })).toEqual([waiting[0]]);
  expect(needlessAfter(waiting, { action: 'react', emoji: '🎉', isOn: false })).toEqual([waiting[2]]);
  expect(needlessAfter(waiting, { action: 'remove' })).toEqual(waiting);
});

test('what is so already needs no change', () => {
  expect(isDone(target, { action: 'edit', body: target.body }, ada.id)).toBe(true);
  expect(isDone(target, { action: 'remove' }, ada.id)).toBe(false);
  expect(isDone(target, { action: 'react', emoji: '👍', isOn: true }, ada.id)).toBe(false);
  expect(isDone(target, { action: 'react', emoji: '👍', isOn: true }, grace.id)).toBe(true);
  expect(isDone(target, { action: 'pin', isOn: false }, ada.id)).toBe(true);
});

test('changes are found by their message, in this room only', () => {
  const here = [change({ action: 'edit', body: 'a' }), change({ action: 'pin', isOn: true })];
  const changes = changesOf([...here, change({ action: 'remove' }, 'elsewhere')], ROOM_ID);
  expect([...changes]).toEqual([[target.id, here]]);
});
