import { jest } from '@jest/globals';
import { FakeSocket } from '../testing/fake-socket.js';
import { ada } from '../testing/people.js';
import { Connection } from './connection.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const connect = (random = () => 0.5, renewsToken = false) => {
  const socket = new FakeSocket();
  const connection = new Connection({
    origin: '',
    token: async () => undefined,
    renewsToken: () => renewsToken,
    onFact: () => undefined,
    onReturn: () => undefined,
    open: () => socket,
    random,
  });
  connection.start();
  return { socket, connection, state: () => connection.status.get().state };
};

const online = (random?: () => number, renewsToken?: boolean) => {
  const world = connect(random, renewsToken);
  world.socket.accept(ada);
  world.connection.markOnline();
  return world;
};

test('a connection is connecting until it is told that everything is right', () => {
  const { socket, connection, state } = connect();
  socket.accept(ada);
  expect(state()).toBe('connecting');
  connection.markOnline();
  expect(state()).toBe('online');
});

test('a lost connection comes back by itself, later with every failure and never in step with others', () => {
  const { socket, state } = online(() => 1);
  socket.lose();
  expect(state()).toBe('offline');
  jest.advanceTimersByTime(749);
  expect(socket.attempts).toBe(1);
  jest.advanceTimersByTime(1);
  expect(socket.attempts).toBe(2);
  socket.refuse(undefined);
  jest.advanceTimersByTime(1_499);
  expect(socket.attempts).toBe(2);
  jest.advanceTimersByTime(1);
  expect(socket.attempts).toBe(3);
});

test('the trouble counts from its beginning, however many attempts fail', () => {
  const { socket, connection } = online();
  socket.lose();
  const { since } = connection.status.get();
  jest.advanceTimersByTime(500);
  socket.refuse(undefined);
  jest.advanceTimersByTime(1_000);
  socket.refuse(undefined);
  expect(connection.status.get()).toEqual({ state: 'offline', since });
});

test('a draining server is left alone for as long as it asked, spread by half of it', () => {
  const { socket } = online(() => 0);
  socket.tell('server:draining', { reconnectInMs: 4_000 });
  socket.lose();
  jest.advanceTimersByTime(1_999);
  expect(socket.attempts).toBe(1);
  jest.advanceTimersByTime(1);
  expect(socket.attempts).toBe(2);
});

test.each([
  ['refused', (socket: FakeSocket) => (socket.lose(), socket.refuse('unauthenticated'))],
  ['revoked', (socket: FakeSocket) => socket.tell('session:revoked', { reason: 'signed_out' })],
])('a session that was %s signs out and is not tried again', (_, end) => {
  const { socket, state } = online();
  end(socket);
  expect(state()).toBe('signed-out');
  jest.advanceTimersByTime(60_000);
  expect(socket.attempts).toBe(1);
});

test('where another token can be had, one that is over is replaced by it', () => {
  const { socket, state } = online(undefined, true);
  socket.tell('session:revoked', { reason: 'expired' });
  socket.lose();
  jest.advanceTimersByTime(60_000);
  expect(socket.attempts).toBe(2);
  expect(state()).toBe('offline');

  socket.accept(ada);
  socket.tell('session:revoked', { reason: 'deactivated' });
  expect(state()).toBe('signed-out');
});

test('after signing in again the connection starts anew', () => {
  const { socket, connection, state } = online();
  socket.tell('session:revoked', { reason: 'signed_out' });
  connection.start();
  expect(state()).toBe('connecting');
  expect(socket.attempts).toBe(2);
});

test('a command waits for the connection and carries the answer back', async () => {
  const { socket, connection } = connect();
  const answer = connection.command('room:join', { roomId: 'general' });
  socket.accept(ada);
  await jest.advanceTimersByTimeAsync(0);
  expect(socket.requests).toMatchObject([{ name: 'room:join', payload: { roomId: 'general' } }]);
  socket.requests[0]?.answer({ ok: true, data: { id: 'general' } });
  await expect(answer).resolves.toEqual({ id: 'general' });
});

test('a command without a connection fails as timeout after ten seconds', async () => {
  const { connection } = connect();
  const failure = expect(connection.command('room:join', { roomId: 'general' })).rejects.toMatchObject({
    code: 'timeout',
  });
  await jest.advanceTimersByTimeAsync(10_000);
  await failure;
});

test('a refusal keeps its code, its fields and when to come back', async () => {
  const { socket, connection } = online();
  const call = connection.command('room:create', { kind: 'group', name: '' });
  const errors = [{ path: 'name', message: 'too short' }];
  const error = { code: 'rate_limited', message: 'slowly', errors, retryAfterMs: 300, requestId: 'r' };
  socket.requests[0]?.answer({ ok: false, error });
  await expect(call).rejects.toMatchObject({ code: 'rate_limited', errors, retryAfterMs: 300 });
});

test('a command whose connection is lost fails as unavailable', async () => {
  const { socket, connection } = online();
  const call = connection.command('room:join', { roomId: 'general' });
  socket.lose();
  await expect(call).rejects.toMatchObject({ code: 'unavailable' });
});
