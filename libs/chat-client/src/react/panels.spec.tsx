/**
 * @jest-environment ./jest.page-environment.mjs
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import { jest } from '@jest/globals';
import type { Message, ThreadPage } from '@parley/shared-types';
import { act, cleanup, render, screen } from '@testing-library/react';
import { assembleChat } from '../create-chat.js';
import { memoryOutboxStore } from '../messages/outbox-store.js';
import { FakeSocket } from '../testing/fake-socket.js';
import { ada, grace } from '../testing/people.js';
import { ROOM_ID, sampleMessage, samplePage, sampleRoom } from '../testing/samples.js';
import { ChatProvider } from './chat-provider.js';
import { usePins } from './use-pins.js';
import { useThread, useUnreadThreadCount } from './use-thread.js';

beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask'] }));
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const room = sampleRoom({ lastSeq: 3, version: 4, lastMessage: sampleMessage(3) });
const snapshot = { me: ada, rooms: [room], timeline: { roomId: ROOM_ID, ...samplePage(1, 3) } };
const root = sampleMessage(1);
const reply = (seq: number, changed: Partial<Message> = {}) =>
  sampleMessage(seq, { threadRootId: root.id, ...changed });
const state = { roomId: ROOM_ID, rootId: root.id, isFollowed: true, readSeq: 2, lastSeq: 2, unreadCount: 0 };
const thread: ThreadPage = { ...samplePage(2, 2), items: [reply(2)], version: 4, root, state };
const pin = sampleMessage(3, { pinnedAt: '2026-02-01T00:00:00.000Z' });

const answerTo = (url: string) => {
  if (url.endsWith('/thread')) return thread;
  if (url.endsWith('/pins')) return { items: [pin], users: [grace], quoted: [] };
  if (url.includes('/threads?'))
    return { items: [{ root, lastReply: null, state }], nextCursor: null, users: [] };
  return { items: [room], nextCursor: null };
};

const Panels = () => {
  const { root: first, messages, status } = useThread(ROOM_ID, root.id);
  const pins = usePins(ROOM_ID);
  const bodies = [first, ...messages].map((item) => `${item?.body}${item?.isPending ? ' (pending)' : ''}`);
  return (
    <>
      <p role="status">{`${status} ${useUnreadThreadCount()}`}</p>
      <p role="log">{bodies.join(' | ')}</p>
      <p role="note">{pins.items.map(({ body }) => body).join(' | ')}</p>
    </>
  );
};

const open = async () => {
  const socket = new FakeSocket();
  const chat = assembleChat({
    origin: 'http://parley',
    snapshot,
    outbox: memoryOutboxStore(),
    openSocket: () => socket,
    fetch: async (url) => ({ ok: true, json: async () => answerTo(String(url)) }) as Response,
  });
  await act(async () => {
    render(
      <ChatProvider chat={chat}>
        <Panels />
      </ChatProvider>,
    );
    chat.start();
    socket.accept(ada);
  });
  const text = (role: string) => screen.getByRole(role).textContent;
  return { chat, socket, text };
};

test('a thread shows its first message and its replies, and those to come', async () => {
  const { chat, socket, text } = await open();
  expect(text('log')).toBe('message 1 | message 2');
  expect(text('status')).toBe('ready 0');
  const messages = [reply(4, { version: 5 })];
  await act(async () =>
    socket.tell('message:created', { roomId: ROOM_ID, version: 5, messages, quoted: [] }),
  );
  expect(text('log')).toBe('message 1 | message 2 | message 4');
  expect(text('status')).toBe('ready 1');
  await act(async () => chat.markThreadRead(root.id, 4));
  expect(text('status')).toBe('ready 0');
  await act(async () => chat.stop());
});

test('a reply of mine is in the thread at once, and stays there when it is stored', async () => {
  const { chat, socket, text } = await open();
  await act(async () => void chat.send(ROOM_ID, 'mine', { threadRootId: root.id }));
  await act(async () => void chat.send(ROOM_ID, 'elsewhere'));
  expect(text('log')).toBe('message 1 | message 2 | mine');
  const { clientId } = chat.unsent(ROOM_ID)[0]!;
  const stored = reply(4, { version: 5, clientId, senderId: ada.id, body: 'mine' });
  await act(async () =>
    socket.tell('message:created', { roomId: ROOM_ID, version: 5, messages: [stored], quoted: [] }),
  );
  expect(text('log')).toBe('message 1 | message 2 | mine');
  await act(async () => chat.stop());
});

test('a change of mine is seen in the thread and among the pins at once', async () => {
  const { chat, text } = await open();
  await act(async () => chat.edit(reply(2), 'changed'));
  expect(text('log')).toBe('message 1 | changed (pending)');
  expect(text('note')).toBe('message 3');
  await act(async () => chat.pin(sampleMessage(2), true));
  expect(text('note')).toBe('changed | message 3');
  await act(async () => chat.pin(pin, false));
  expect(text('note')).toBe('changed');
  await act(async () => chat.stop());
});
