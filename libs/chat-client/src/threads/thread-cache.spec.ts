import type { ThreadPage } from '@parley/shared-types';
import type { RoomChange } from '../timeline/room-change.js';
import { ROOM_ID, sampleMessage } from '../testing/samples.js';
import { applyToThread, joinOlderReplies, reviseInThread, threadWindowOf } from './thread-cache.js';
import type { ThreadWindow } from './thread-window.js';

const root = sampleMessage(1);
const reply = (seq: number, changed = {}) => sampleMessage(seq, { threadRootId: root.id, ...changed });
const page = (seqs: number[], changed: Partial<ThreadPage> = {}): ThreadPage => ({
  items: seqs.map((seq) => reply(seq)),
  root,
  state: { roomId: ROOM_ID, rootId: root.id, isFollowed: true, readSeq: 0, lastSeq: 9, unreadCount: 0 },
  hasBefore: true,
  hasAfter: false,
  version: 21,
  users: [],
  quoted: [],
  ...changed,
});
const window = threadWindowOf(page([5, 9]));
const change = (from: number, to: number, messages: RoomChange['messages']): RoomChange => ({
  from,
  to,
  messages,
  quoted: [],
});
const seqs = (result: ThreadWindow | 'gap') =>
  result === 'gap' ? result : result.messages.map(({ seq }) => seq);

test('a reply takes its place, other messages of the room leave none', () => {
  const next = applyToThread(window, change(22, 23, [sampleMessage(20), reply(21)]));
  expect(seqs(next)).toEqual([5, 9, 21]);
  expect(next).toMatchObject({ version: 23 });
});

test('the first message of a thread changes with its replies', () => {
  const counted = { ...root, replyCount: 3, version: 22 };
  expect(applyToThread(window, change(22, 22, [counted]))).toMatchObject({ root: counted });
});

test('a change after a missing one is a gap, one that is known changes nothing', () => {
  expect(applyToThread(window, change(23, 23, []))).toBe('gap');
  expect(applyToThread(window, change(20, 21, [reply(9, { body: 'stale' })]))).toBe(window);
});

test('a reply before the loaded ones is left out until it is asked for', () => {
  const next = applyToThread(window, change(22, 22, [reply(3, { version: 22 })]));
  expect(seqs(next)).toEqual([5, 9]);
  const whole = { ...window, hasBefore: false };
  expect(seqs(applyToThread(whole, change(22, 22, [reply(3, { version: 22 })])))).toEqual([3, 5, 9]);
});

test('older replies are put in front, and the older version holds for both', () => {
  const joined = joinOlderReplies(window, page([2, 3], { hasBefore: false, version: 18 }));
  expect(seqs(joined)).toEqual([2, 3, 5, 9]);
  expect(joined).toMatchObject({ hasBefore: false, version: 18 });
});

test('what an answer says of a message replaces an older state of it only', () => {
  const later = reply(9, { body: 'later', version: 30 });
  expect(reviseInThread(window, later).messages[1]).toBe(later);
  expect(reviseInThread(window, reply(9, { body: 'stale', version: 2 }))).toBe(window);
  expect(reviseInThread(window, sampleMessage(8))).toBe(window);
});
