import { ROOM_ID, sampleMessage, sampleMessages, samplePage } from '../testing/samples.js';
import { applyChange, joinPage, reviseMessage, windowOf } from './timeline-cache.js';
import type { RoomChange } from './room-change.js';
import type { TimelineWindow } from './timeline-window.js';

const window = windowOf(ROOM_ID, samplePage(11, 20));
const seqs = (result: TimelineWindow | 'gap') =>
  result === 'gap' ? result : result.messages.map((message) => message.seq);
const created = (from: number, to: number): RoomChange => ({
  from: from + 1,
  to: to + 1,
  messages: sampleMessages(from, to),
  quoted: [],
});

test('a new message is appended', () => {
  const next = applyChange(window, created(21, 22));
  expect(next).toMatchObject({ version: 23, hasAfter: false });
  expect(seqs(next)).toEqual(sampleMessages(11, 22).map(({ seq }) => seq));
});

test('a change that is known already changes nothing', () => {
  expect(applyChange(window, created(19, 20))).toBe(window);
});

test('a change that leaves a version out is a gap', () => {
  expect(applyChange(window, created(22, 22))).toBe('gap');
});

test('a message that leaves a seq out is a gap, whatever its version says', () => {
  expect(applyChange(window, { ...created(22, 22), from: 22 })).toBe('gap');
});

test('a window in the past takes in edits but no new messages', () => {
  const past = { ...window, hasAfter: true };
  const edited = sampleMessage(15, { body: 'edited', version: 22 });
  const next = applyChange(past, {
    from: 22,
    to: 23,
    messages: [edited, sampleMessage(21, { version: 23 })],
    quoted: [],
  });
  expect(next).toMatchObject({ version: 23, hasAfter: true });
  expect(seqs(next)).toEqual(seqs(past));
  expect(next !== 'gap' && next.messages[4]).toBe(edited);
});

test('a message gives way only to a later version of itself', () => {
  const stale = sampleMessage(15, { body: 'stale', version: 3 });
  const next = applyChange(window, { from: 22, to: 22, messages: [stale], quoted: [] });
  expect(next !== 'gap' && next.messages[4]).toBe(window.messages[4]);
});

test('messages that did not change stay the same objects', () => {
  const next = applyChange(window, created(21, 21));
  expect(next !== 'gap' && next.messages[0]).toBe(window.messages[0]);
});

test('an older page is put in front', () => {
  const joined = joinPage(window, { ...samplePage(1, 10), version: 21 }, 'before');
  expect(joined).toMatchObject({ hasBefore: false, version: 21 });
  expect(seqs(joined)).toEqual(sampleMessages(1, 20).map(({ seq }) => seq));
});

test('a page that does not meet the window is left out', () => {
  expect(joinPage(window, samplePage(1, 9), 'before')).toBe(window);
  expect(joinPage(window, samplePage(22, 30), 'after')).toBe(window);
});

test('the older version of window and page holds for both', () => {
  const joined = joinPage(window, { ...samplePage(1, 10), version: 15 }, 'before');
  expect(joined.version).toBe(15);
});

test('a page that knows less than the window does not say that there is more', () => {
  const joined = joinPage(window, { ...samplePage(15, 19), hasAfter: true, version: 20 }, 'after');
  expect(joined.hasAfter).toBe(false);
  expect(seqs(joined)).toEqual(seqs(window));
});

const parent = sampleMessage(2);
const withQuote = { ...window, quoted: { [parent.id]: parent } };

test('a quoted message outside the window follows what becomes of it', () => {
  const edited = { ...parent, body: 'edited', version: 22 };
  const next = applyChange(withQuote, { from: 22, to: 22, messages: [edited], quoted: [] });
  expect(next).toMatchObject({ quoted: { [parent.id]: edited } });
});

test('a quote that is older than a change in the same answer gives way to it', () => {
  const edited = { ...parent, body: 'edited', version: 22 };
  const reply = sampleMessage(21, { replyToId: parent.id, version: 23 });
  const next = applyChange(window, { from: 22, to: 23, messages: [edited, reply], quoted: [parent] });
  expect(next).toMatchObject({ quoted: { [parent.id]: edited } });
});

test('an older page brings what it quotes, but no older state of it', () => {
  const edited = { ...parent, body: 'edited', version: 22 };
  const known = { ...window, quoted: { [parent.id]: edited } };
  const other = sampleMessage(3);
  const joined = joinPage(known, { ...samplePage(4, 10), version: 21, quoted: [parent, other] }, 'before');
  expect(joined.quoted).toEqual({ [parent.id]: edited, [other.id]: other });
});

test('what an answer says of a message is seen at once, and moves no version', () => {
  const edited = sampleMessage(15, { body: 'edited', version: 30 });
  const revised = reviseMessage(window, edited);
  expect(revised.messages[4]).toBe(edited);
  expect(revised.version).toBe(window.version);
  expect(reviseMessage(revised, sampleMessage(15, { version: 22 }))).toBe(revised);
  expect(reviseMessage(window, sampleMessage(99, { version: 200 }))).toBe(window);
});
