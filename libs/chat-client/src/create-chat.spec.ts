import { jest } from '@jest/globals';
import { assembleChat } from './create-chat.js';
import { memoryOutboxStore } from './messages/outbox-store.js';
import { FakeSocket } from './testing/fake-socket.js';
import { ada, grace } from './testing/people.js';
import { ROOM_ID, sampleMessage, samplePage, sampleRoom } from './testing/samples.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const room = sampleRoom({ lastSeq: 20, version: 21, lastMessage: sampleMessage(20) });
const snapshot = { me: ada, rooms: [room], timeline: { roomId: ROOM_ID, ...samplePage(11, 20) } };

const open = (
  answer: () => Promise<Response> = async () => Response.json({ items: [room], nextCursor: null }),
) => {
  const socket = new FakeSocket();
  const asked: string[] = [];
  const chat = assembleChat({
    origin: 'http://parley',
    snapshot,
    outbox: memoryOutboxStore(),
    openSocket: () => socket,
    fetch: (url) => (asked.push(String(url)), answer()),
    random: () => 0.5,
  });
  const sent = (name: string) => socket.requests.filter((request) => request.name === name);
  return { chat, socket, asked, sent, state: () => chat.connection.get().state };
};

const settle = () => jest.advanceTimersByTimeAsync(50);

test('a chat shows its snapshot before anything is asked', () => {
  const { chat, socket, asked } = open();
  expect(chat.rooms()).toEqual([room]);
  expect(chat.timeline(ROOM_ID)).toMatchObject({ hasBefore: true, version: 21 });
  expect(chat.user(grace.id)).toEqual(grace);
  expect([...asked, ...socket.requests]).toEqual([]);
});

test('a chat is online only once the room list is right', async () => {
  let isUp = false;
  const problem = { code: 'unavailable', status: 503, title: '', detail: '', type: '', requestId: '' };
  const { chat, socket, state } = open(async () =>
    isUp
      ? Response.json({ items: [{ ...room, name: 'new' }], nextCursor: null })
      : Response.json(problem, { status: 503 }),
  );
  chat.start();
  socket.accept(ada);
  await settle();
  expect(state()).toBe('connecting');
  isUp = true;
  await jest.advanceTimersByTimeAsync(1_000);
  expect(state()).toBe('online');
  expect(chat.room(ROOM_ID)?.name).toBe('new');
  chat.stop();
});

test('nothing of ada is sent over a connection that belongs to grace', async () => {
  const { chat, socket, sent, state } = open();
  chat.start();
  chat.send(ROOM_ID, 'a secret of ada');
  await settle();
  socket.accept(grace);
  await settle();
  expect(state()).toBe('signed-out');
  expect(sent('message:send')).toEqual([]);
  expect(chat.unsent(ROOM_ID)).toHaveLength(1);
  chat.stop();
});

test('a sent message is seen in the same tick, and takes its place when it is stored', async () => {
  const { chat, socket, sent } = open();
  chat.start();
  socket.accept(ada);
  await settle();
  const clientId = chat.send(ROOM_ID, 'hello');
  expect(chat.unsent(ROOM_ID)).toMatchObject([{ clientId, body: 'hello', state: 'sending' }]);

  const message = sampleMessage(21, { clientId, senderId: ada.id, body: 'hello' });
  sent('message:send')[0]?.answer({ ok: true, data: message });
  await settle();
  expect(chat.unsent(ROOM_ID)).toMatchObject([{ state: 'sent' }]);
  socket.tell('message:created', { roomId: ROOM_ID, version: 22, messages: [message], quoted: [] });
  expect(chat.unsent(ROOM_ID)).toEqual([]);
  expect(chat.timeline(ROOM_ID)?.messages.at(-1)).toBe(message);
  chat.stop();
});

test('after a reconnect every open room asks for what it missed', async () => {
  const { chat, socket, sent } = open();
  chat.start();
  socket.accept(ada);
  await settle();
  expect(sent('room:changes').map(({ payload }) => payload)).toMatchObject([{ roomId: ROOM_ID, since: 21 }]);
  socket.lose();
  socket.accept(ada);
  await settle();
  expect(sent('room:changes')).toHaveLength(2);
  chat.stop();
});

test('a window that is a thousand versions behind is loaded afresh', async () => {
  const { chat, socket, sent } = open();
  chat.start();
  socket.accept(ada);
  const far = sampleRoom({ lastSeq: 2_000, version: 2_001 });
  const changes = {
    messages: [sampleMessage(21)],
    room: far,
    version: 22,
    hasMore: true,
    users: [],
    quoted: [],
  };
  sent('room:changes')[0]?.answer({ ok: true, data: changes });
  await settle();
  sent('room:history')[0]?.answer({ ok: true, data: samplePage(1_951, 2_000) });
  await settle();
  expect(chat.timeline(ROOM_ID)?.messages[0]?.seq).toBe(1_951);
  chat.stop();
});

test('a message of somebody unknown brings their name', async () => {
  const stranger = { ...grace, id: '00000000-0000-7000-8000-000000000009', username: 'linus' };
  const { chat, socket, asked } = open(async () =>
    Response.json({ items: [room, stranger], nextCursor: null }),
  );
  chat.start();
  socket.accept(ada);
  await settle();
  const message = sampleMessage(21, { senderId: stranger.id });
  socket.tell('message:created', { roomId: ROOM_ID, version: 22, messages: [message], quoted: [] });
  await settle();
  expect(asked.at(-1)).toBe(`http://parley/api/v1/users?ids=${stranger.id}&limit=1`);
  expect(chat.user(stranger.id)?.username).toBe('linus');
  chat.stop();
});

test('reading clears the count at once and is told once', async () => {
  const { chat, socket, sent } = open();
  chat.start();
  socket.accept(ada);
  await settle();
  chat.markRead(ROOM_ID, 20);
  chat.markRead(ROOM_ID, 12);
  expect(chat.room(ROOM_ID)?.me).toMatchObject({ readSeq: 20, unreadCount: 0 });
  await settle();
  expect(sent('room:read').map(({ payload }) => payload)).toEqual([{ roomId: ROOM_ID, seq: 20 }]);
  chat.stop();
});

test('a direct message is told to be delivered, a message in a channel is not', async () => {
  const { chat, socket, sent } = open();
  chat.start();
  socket.accept(ada);
  await settle();
  expect(sent('room:delivered').map(({ payload }) => payload)).toEqual([{ roomId: ROOM_ID, seq: 20 }]);
  socket.tell(
    'room:created',
    sampleRoom({ id: 'channel', kind: 'channel', lastSeq: 3, receipts: [], members: [] }),
  );
  expect(sent('room:delivered')).toHaveLength(1);
  chat.stop();
});

test('a later server render adds its room and replaces nothing newer', async () => {
  const { chat, socket } = open();
  chat.start();
  socket.accept(ada);
  await settle();
  socket.tell('message:created', { roomId: ROOM_ID, version: 22, messages: [sampleMessage(21)], quoted: [] });
  chat.hydrate(snapshot);
  expect(chat.timeline(ROOM_ID)?.version).toBe(22);
  expect(chat.room(ROOM_ID)?.lastSeq).toBe(21);
  chat.stop();
});

const online = async () => {
  const world = open();
  world.chat.start();
  world.socket.accept(ada);
  await settle();
  return { ...world, mine: () => world.chat.room(ROOM_ID)?.me };
};
const pointer = (readSeq: number, readEpoch: number) => ({
  ok: true,
  data: { readSeq, readEpoch, unreadCount: 20 - readSeq, mentionCount: 0 },
});

test('what was marked as unread counts as unread, and can be read again', async () => {
  const { chat, sent, mine } = await online();
  chat.markRead(ROOM_ID, 20);
  sent('room:read')[0]?.answer(pointer(20, 0));
  await settle();
  const marking = chat.markUnread(ROOM_ID, 11);
  await settle();
  sent('room:unread')[0]?.answer(pointer(10, 1));
  await marking;
  expect(mine()).toMatchObject({ readSeq: 10, unreadCount: 10 });
  chat.markRead(ROOM_ID, 20);
  expect(mine()).toMatchObject({ readSeq: 20, unreadCount: 0 });
  expect(sent('room:read')).toHaveLength(2);
  chat.stop();
});

test('a mark of unread that fails leaves nothing untold', async () => {
  const { chat, socket, sent } = await online();
  chat.markRead(ROOM_ID, 10);
  chat.markRead(ROOM_ID, 20);
  const marking = chat.markUnread(ROOM_ID, 5);
  await settle();
  const refused = { code: 'unavailable', message: '', requestId: '' };
  sent('room:unread')[0]?.answer({ ok: false, error: refused });
  await expect(marking).rejects.toMatchObject({ code: 'unavailable' });
  await settle();
  expect(sent('room:read').at(-1)?.payload).toEqual({ roomId: ROOM_ID, seq: 20 });
  socket.lose();
  chat.stop();
});

test('everything is read by one word, and by another it is not', async () => {
  const { chat, sent, mine } = await online();
  const undo = chat.markAllRead();
  expect(mine()).toMatchObject({ unreadCount: 0 });
  undo();
  await settle();
  expect(sent('room:unread').map(({ payload }) => payload)).toEqual([{ roomId: ROOM_ID, seq: 1 }]);
  sent('room:unread')[0]?.answer(pointer(0, 1));
  await settle();
  expect(mine()).toMatchObject({ unreadCount: 20 });
  chat.stop();
});

test('a change is seen at once, and a refusal undoes it and is told', async () => {
  const { chat, sent } = await online();
  const refusals: unknown[] = [];
  chat.onRefused((refusal) => refusals.push(refusal));
  const message = chat.timeline(ROOM_ID)!.messages.at(-1)!;
  chat.react(message, '👍', true);
  chat.react(message, '👍', true);
  expect(sent('reaction:add')).toHaveLength(1);
  sent('reaction:add')[0]?.answer({
    ok: false,
    error: { code: 'forbidden', message: 'No.', requestId: '' },
  });
  await settle();
  expect(refusals).toEqual([{ action: 'react', message, error: { code: 'forbidden', message: 'No.' } }]);
  chat.stop();
});

test('somebody who changed their name is called by it', async () => {
  const { chat, socket } = await online();
  socket.tell('user:updated', { ...grace, displayName: 'Grace H' });
  expect(chat.user(grace.id)?.displayName).toBe('Grace H');
  chat.stop();
});
