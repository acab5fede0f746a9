import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { isMessageCreated, Socket } from './socket.mjs';

let io;
let origin;

beforeAll(async () => {
  const http = createServer();
  io = new Server(http);
  io.use((socket, next) => next(socket.handshake.auth.name === 'linus' ? new Error('no') : undefined));
  io.on('connection', (socket) => {
    socket.on('echo', (payload, ack) => {
      socket.emit('message:created', payload);
      ack({ ok: true, data: payload });
    });
    socket.on('refuse', (payload, ack) => ack({ ok: false, error: { code: 'conflict' } }));
  });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${http.address().port}`;
});

afterAll(() => io.close());

test.each([1, 130, 70_000])('a real Socket.IO server hears and answers %d characters', async (length) => {
  const heard = [];
  const ada = await Socket.connect(origin, { name: 'ada' }, (buffer, start, end) => {
    heard.push([isMessageCreated(buffer, start), JSON.parse(buffer.toString('utf8', start, end))[1]]);
  });
  const payload = { body: 'x'.repeat(length) };

  expect(await ada.ask('echo', payload)).toEqual(payload);
  expect(heard).toEqual([[true, payload]]);
  ada.close();
});

test('a refused command rejects with what the server said', async () => {
  const ada = await Socket.connect(origin, { name: 'ada' });

  await expect(ada.ask('refuse', {})).rejects.toThrow('conflict');
  ada.close();
});

test('a refused connection rejects', async () => {
  await expect(Socket.connect(origin, { name: 'linus' })).rejects.toThrow('no');
});
