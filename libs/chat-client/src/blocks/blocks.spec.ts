import { jest } from '@jest/globals';
import { assembleChat } from '../create-chat.js';
import { memoryOutboxStore } from '../messages/outbox-store.js';
import { FakeSocket } from '../testing/fake-socket.js';
import { ada, grace, linus } from '../testing/people.js';
import { Blocks } from './blocks.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const watched = () => {
  let blocked: readonly string[] | undefined;
  let answer: (userIds: string[]) => void = () => {};
  let fail: () => void = () => {};
  const blocks = new Blocks({
    fetch: () =>
      new Promise((resolve, reject) => ([answer, fail] = [resolve, () => reject(new Error('down'))])),
    read: () => blocked,
    write: (userIds) => (blocked = userIds),
  });
  return {
    blocks,
    blocked: () => blocked,
    answers: (...userIds: string[]) => answer(userIds),
    fails: () => fail(),
  };
};

test('what a server render brought is there, and replaces nothing newer', () => {
  const { blocks, blocked } = watched();
  blocks.adopt([grace.id]);
  expect(blocked()).toEqual([grace.id]);
  blocks.receive([linus.id]);
  blocks.adopt([grace.id]);
  expect(blocked()).toEqual([linus.id]);
});

test('an answer that a fact has overtaken is dropped', async () => {
  const { blocks, blocked, answers } = watched();
  const asking = blocks.refetch();
  blocks.receive([grace.id, linus.id]);
  answers(grace.id);
  await asking;
  expect(blocked()).toEqual([grace.id, linus.id]);
});

test('a list that cannot be had changes nothing, and the same list is the same object', async () => {
  const { blocks, blocked, answers, fails } = watched();
  blocks.receive([grace.id]);
  const before = blocked();
  const failing = blocks.refetch();
  fails();
  await failing;
  const asking = blocks.refetch();
  answers(grace.id);
  await asking;
  expect(blocked()).toBe(before);
});

test('whom I block is asked for with every connection, and told from then on', async () => {
  const socket = new FakeSocket();
  const chat = assembleChat({
    origin: 'http://parley',
    snapshot: { me: ada, rooms: [] },
    outbox: memoryOutboxStore(),
    openSocket: () => socket,
    fetch: async (url) =>
      Response.json({ items: String(url).endsWith('/blocks') ? [grace] : [], nextCursor: null }),
  });
  const blocked = () => chat.queryClient.getQueryData(['blocks']);
  chat.start();
  socket.accept(ada);
  await jest.advanceTimersByTimeAsync(50);
  expect(blocked()).toEqual([grace.id]);
  socket.tell('blocks:updated', { userIds: [] });
  expect(blocked()).toEqual([]);
  chat.stop();
});
