// People who talk at a steady pace, in a process of their own: what they hear themselves slows down nobody who measures.
// What they say is when they said it.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { io } from 'socket.io-client';

const { url, tokens, roomId, perSecond, seconds } = JSON.parse(process.argv[2]);
const sockets = tokens.map((token) =>
  io(url, { auth: { token }, transports: ['websocket'], forceNew: true }),
);
await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('session:ready', resolve))));

const asked = [];
const from = performance.now();
while (asked.length < perSecond * seconds) {
  const draft = {
    roomId,
    clientId: randomUUID(),
    body: String(performance.timeOrigin + performance.now()),
  };
  asked.push(sockets[asked.length % sockets.length].emitWithAck('message:send', draft));
  const aheadMs = (asked.length * 1_000) / perSecond - (performance.now() - from);
  if (aheadMs > 1) await delay(aheadMs);
}
const acks = await Promise.all(asked);
process.send({ acked: acks.filter(({ ok }) => ok).length, refused: acks.filter(({ ok }) => !ok).length });
for (const socket of sockets) socket.disconnect();
process.disconnect();
