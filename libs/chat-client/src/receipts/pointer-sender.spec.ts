import { jest } from '@jest/globals';
import { CommandFailed } from '../connection/failure.js';
import { PointerSender } from './pointer-sender.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const sender = (answer: () => Promise<unknown> = async () => ({})) => {
  const told: number[] = [];
  const world = { isReady: true, epoch: 0 };
  const pointers = new PointerSender({
    send: (_, seq) => (told.push(seq), answer()),
    isReady: () => world.isReady,
    epochOf: () => world.epoch,
  });
  return { told, world, pointers };
};

test('of many moves within half a second the first and the furthest are told', async () => {
  const { told, pointers } = sender();
  for (const seq of [1, 2, 5, 4]) pointers.move('room', seq);
  await jest.advanceTimersByTimeAsync(499);
  expect(told).toEqual([1]);
  await jest.advanceTimersByTimeAsync(1);
  expect(told).toEqual([1, 5]);
});

test('a pointer never goes back', async () => {
  const { told, pointers } = sender();
  pointers.move('room', 5);
  await jest.advanceTimersByTimeAsync(1_000);
  pointers.move('room', 3);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual([5]);
});

test('what was read offline is told when the connection is back', async () => {
  const { told, world, pointers } = sender();
  world.isReady = false;
  pointers.move('room', 7);
  await jest.advanceTimersByTimeAsync(5_000);
  expect(told).toEqual([]);
  world.isReady = true;
  pointers.resume();
  expect(told).toEqual([7]);
});

test('a pointer that did not arrive is told again', async () => {
  let attempts = 0;
  const { told, pointers } = sender(async () => {
    attempts += 1;
    if (attempts === 1) throw new CommandFailed({ code: 'unavailable', message: '' });
  });
  pointers.move('room', 7);
  await jest.advanceTimersByTimeAsync(2_000);
  expect(told).toEqual([7, 7]);
});

test('a room that I may not read is not asked again', async () => {
  const { told, pointers } = sender(() =>
    Promise.reject(new CommandFailed({ code: 'not_found', message: '' })),
  );
  pointers.move('room', 7);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual([7]);
});

test('what was read before the pointer was moved back is not told any more', async () => {
  const { told, world, pointers } = sender();
  world.isReady = false;
  pointers.move('room', 7);
  expect(pointers.pending()).toEqual([{ key: 'room', seq: 7, epoch: 0 }]);
  world.epoch = 1;
  world.isReady = true;
  pointers.resume();
  expect(told).toEqual([]);
  expect(pointers.pending()).toEqual([]);
  pointers.move('room', 5);
  expect(told).toEqual([5]);
});

test('a pointer that was forgotten on its way is not told again', async () => {
  const { told, pointers } = sender(() =>
    Promise.reject(new CommandFailed({ code: 'timeout', message: '' })),
  );
  pointers.move('room', 7);
  pointers.forget('room');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual([7]);
});
