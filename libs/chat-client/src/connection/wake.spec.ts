/**
 * @jest-environment ./jest.page-environment.mjs
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import { FakeSocket } from '../testing/fake-socket.js';
import { ada } from '../testing/people.js';
import { Connection } from './connection.js';

const connect = () => {
  const socket = new FakeSocket();
  const connection = new Connection({
    origin: '',
    token: async () => undefined,
    onFact: () => undefined,
    onReturn: () => undefined,
    open: () => socket,
    random: () => 0.5,
  });
  connection.start();
  return { socket, connection, state: () => connection.status.get().state };
};

test('a network that the browser says is gone is lost at once, and back at once', () => {
  const { socket, connection, state } = connect();
  socket.accept(ada);
  connection.markOnline();
  globalThis.dispatchEvent(new Event('offline'));
  expect(state()).toBe('offline');
  expect(socket.connected).toBe(false);
  globalThis.dispatchEvent(new Event('online'));
  expect(socket.attempts).toBe(2);
  socket.accept(ada);
  connection.markOnline();
  expect(state()).toBe('online');
  connection.stop();
});

test('a page that is still connecting says that it is offline, too', () => {
  const { connection, state } = connect();
  globalThis.dispatchEvent(new Event('offline'));
  expect(state()).toBe('offline');
  connection.stop();
});

test('after the end nothing of it is heard', () => {
  const { socket, connection } = connect();
  connection.stop();
  globalThis.dispatchEvent(new Event('online'));
  expect(socket.attempts).toBe(1);
});
