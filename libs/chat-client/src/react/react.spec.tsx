/**
 * @jest-environment ./jest.page-environment.mjs
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import { jest } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { memo } from 'react';
import { renderToString } from 'react-dom/server';
import { assembleChat } from '../create-chat.js';
import { memoryOutboxStore } from '../messages/outbox-store.js';
import { FakeSocket } from '../testing/fake-socket.js';
import { ada, grace } from '../testing/people.js';
import { ROOM_ID, sampleMessage, samplePage, sampleRoom } from '../testing/samples.js';
import type { TimelineItem } from '../timeline/timeline-item.js';
import { ChatProvider } from './chat-provider.js';
import { useConnection } from './use-connection.js';
import { useRooms, useUnreadTotal } from './use-rooms.js';
import { useTimeline } from './use-timeline.js';
import { useTyping } from './use-typing.js';
import { useMe, useUser } from './use-users.js';

afterEach(cleanup);

const room = sampleRoom({ lastSeq: 3, version: 4, lastMessage: sampleMessage(3) });
const snapshot = { me: ada, rooms: [room], timeline: { roomId: ROOM_ID, ...samplePage(1, 3) } };

const rendered: string[] = [];
const Row = memo(function Row({ item }: { item: TimelineItem }) {
  rendered.push(item.body);
  const sender = useUser(item.senderId);
  return <li>{`${sender?.displayName}: ${item.body} ${item.state ?? ''}`}</li>;
});

const Page = () => {
  const { messages, status } = useTimeline(ROOM_ID);
  const typing = useTyping(ROOM_ID).map((user) => user.displayName);
  return (
    <main>
      <h1>{`${useMe()?.displayName} ${useConnection().state} ${useRooms().length} ${useUnreadTotal()} ${status}`}</h1>
      <p>{`typing: ${typing.join()}`}</p>
      <ol>
        {messages.map((item) => (
          <Row key={item.key} item={item} />
        ))}
      </ol>
    </main>
  );
};

const open = () => {
  const socket = new FakeSocket();
  const chat = assembleChat({
    origin: 'http://parley',
    snapshot,
    outbox: memoryOutboxStore(),
    openSocket: () => socket,
    fetch: async () => ({ ok: true, json: async () => ({ items: [room], nextCursor: null }) }) as Response,
  });
  const page = (
    <ChatProvider chat={chat}>
      <Page />
    </ChatProvider>
  );
  return { chat, socket, page };
};

const live = async () => {
  const world = open();
  render(world.page);
  await act(async () => {
    world.chat.start();
    world.socket.accept(ada);
  });
  rendered.length = 0;
  return world;
};

const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent);

test('the first render of the page equals that of the server', () => {
  const html = renderToString(open().page);
  expect(html).toContain('ada connecting 1 0 ready');
  expect(html).toContain('grace: message 3');
  const container = document.createElement('div');
  container.innerHTML = html;
  const complain = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  render(open().page, { container, hydrate: true });
  expect(complain).not.toHaveBeenCalled();
  complain.mockRestore();
});

test('a message of mine is on the page at once and changes in place', async () => {
  const { chat, socket } = await live();
  await act(async () => void chat.send(ROOM_ID, 'hello'));
  expect(rows().at(-1)).toBe('ada: hello sending');
  const place = screen.getAllByRole('listitem').at(-1);

  const clientId = chat.unsent(ROOM_ID)[0]?.clientId ?? '';
  const message = sampleMessage(4, { clientId, senderId: ada.id, body: 'hello' });
  await act(async () =>
    socket.tell('message:created', { roomId: ROOM_ID, version: 5, messages: [message], quoted: [] }),
  );
  expect(rows()).toHaveLength(4);
  expect(rows().at(-1)).toBe('ada: hello sent');
  expect(screen.getAllByRole('listitem').at(-1)).toBe(place);

  const receipts = [{ userId: grace.id, readSeq: 4, deliveredSeq: 4 }];
  await act(async () => socket.tell('receipt:updated', { roomId: ROOM_ID, receipts }));
  expect(rows().at(-1)).toBe('ada: hello read');
  chat.stop();
});

test('only the row that changed renders', async () => {
  const { chat, socket } = await live();
  await act(async () => socket.tell('message:updated', sampleMessage(2, { body: 'edited', version: 5 })));
  expect(rows()[1]).toBe('grace: edited ');
  expect(rendered).toEqual(['edited']);

  rendered.length = 0;
  const messages = [sampleMessage(4, { version: 6 })];
  await act(async () =>
    socket.tell('message:created', { roomId: ROOM_ID, version: 6, messages, quoted: [] }),
  );
  expect(rendered).toEqual(['message 4']);
  chat.stop();
});

test('typing and the connection are followed', async () => {
  const { chat, socket } = await live();
  expect(screen.getByRole('heading').textContent).toBe('ada online 1 3 ready');
  await act(async () => socket.tell('typing:updated', { roomId: ROOM_ID, userIds: [ada.id, grace.id] }));
  expect(screen.getByText('typing: grace')).toBeTruthy();
  await act(async () => socket.lose());
  expect(screen.getByRole('heading').textContent).toBe('ada offline 1 3 ready');
  expect(screen.getByText('typing:')).toBeTruthy();
  chat.stop();
});
