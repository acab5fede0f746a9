import { jest } from '@jest/globals';
import type { Message } from '@parley/shared-types';
import { QueryClient } from '@tanstack/query-core';
import { keys } from './cache.js';
import { LiveLists } from './live-lists.js';
import { ROOM_ID, sampleMessage } from './testing/samples.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pinned = (seq: number, day: number, changed: Partial<Message> = {}) =>
  sampleMessage(seq, { pinnedAt: `2026-02-0${day}T00:00:00.000Z`, ...changed });

const open = () => {
  const queryClient = new QueryClient();
  const lists = new LiveLists(queryClient);
  queryClient.setQueryData(keys.pins(ROOM_ID), [pinned(2, 2), pinned(1, 1)]);
  const pins = () => queryClient.getQueryData<Message[]>(keys.pins(ROOM_ID))?.map(({ seq }) => seq);
  const isStale = (queryKey: readonly string[]) => queryClient.getQueryState(queryKey)?.isInvalidated;
  return { queryClient, lists, pins, isStale };
};

test('a message that is pinned comes first, one that is not pinned any more is gone', () => {
  const { lists, pins } = open();
  lists.changed(pinned(5, 3, { version: 20 }));
  expect(pins()).toEqual([5, 2, 1]);
  lists.changed(sampleMessage(2, { version: 21 }));
  expect(pins()).toEqual([5, 1]);
  lists.changed(pinned(2, 2));
  expect(pins()).toEqual([5, 2, 1]);
});

test('an older state of a pinned message, and any other message, change nothing', () => {
  const { lists, pins, queryClient } = open();
  const before = queryClient.getQueryData(keys.pins(ROOM_ID));
  lists.changed(sampleMessage(2, { version: 1 }));
  lists.changed(sampleMessage(9));
  expect(queryClient.getQueryData(keys.pins(ROOM_ID))).toBe(before);
  expect(pins()).toEqual([2, 1]);
});

test('the list of threads is asked for again when a thread has moved, once for a burst', async () => {
  const { lists, queryClient, isStale } = open();
  queryClient.setQueryData(keys.threads, { pages: [], pageParams: [] });
  lists.changed(sampleMessage(3));
  await jest.advanceTimersByTimeAsync(1_000);
  expect(isStale(keys.threads)).toBe(false);
  const ask = jest.spyOn(queryClient, 'invalidateQueries');
  lists.threadsMoved();
  lists.changed(sampleMessage(3, { replyCount: 2 }));
  await jest.advanceTimersByTimeAsync(1_000);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(isStale(keys.threads)).toBe(true);
});

test('everything is asked for again after a lost connection', async () => {
  const { lists, isStale } = open();
  lists.refresh();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(isStale(keys.pins(ROOM_ID))).toBe(true);
});
