import { jest } from '@jest/globals';
import { ada, grace, linus } from '../testing/people.js';
import { TypingPeople } from './typing-people.js';
import { TypingSignal } from './typing-signal.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const people = (blocked?: string) => {
  let typing: readonly string[] = [];
  const watch = new TypingPeople({
    read: () => typing,
    write: (_, userIds) => (typing = userIds),
    meId: () => ada.id,
    isBlocked: (userId) => userId === blocked,
  });
  const update = (...userIds: string[]) => watch.update({ roomId: 'room', userIds });
  return { watch, update, typing: () => typing };
};

test('everyone who types is seen, but for me', () => {
  const { update, typing } = people();
  update(ada.id, grace.id, linus.id);
  expect(typing()).toEqual([grace.id, linus.id]);
});

test('whoever I block is not seen typing', () => {
  const { update, typing } = people(linus.id);
  update(grace.id, linus.id);
  expect(typing()).toEqual([grace.id]);
});

test('typing ends by itself after six seconds of silence', () => {
  const { update, typing } = people();
  update(grace.id);
  jest.advanceTimersByTime(4_000);
  update(grace.id);
  jest.advanceTimersByTime(5_999);
  expect(typing()).toEqual([grace.id]);
  jest.advanceTimersByTime(1);
  expect(typing()).toEqual([]);
});

test('whoever sent the message is not typing it any more', () => {
  const { watch, update, typing } = people();
  update(grace.id, linus.id);
  watch.sent('room', [grace.id]);
  expect(typing()).toEqual([linus.id]);
});

test('nobody is seen typing over a lost connection', () => {
  const { watch, update, typing } = people();
  update(grace.id);
  watch.clearAll();
  expect(typing()).toEqual([]);
});

test('my typing is told at the first key, then every three seconds, and when I stop', () => {
  const told: string[] = [];
  const signal = new TypingSignal((name) => told.push(name));
  for (let key = 0; key < 8; key += 1) {
    signal.typing('room', true);
    jest.advanceTimersByTime(500);
  }
  expect(told).toEqual(['typing:start', 'typing:start']);
  signal.typing('room', false);
  signal.typing('room', false);
  expect(told).toEqual(['typing:start', 'typing:start', 'typing:stop']);
});
