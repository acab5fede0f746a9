// The yardstick: Socket.IO as it comes, no accounts, nothing stored. Rooms are whatever the handshake names.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { serveClient: false });
const lastSeq = new Map();

io.on('connection', (socket) => {
  const { id: senderId, rooms } = socket.handshake.auth;
  socket.join(rooms);
  socket.emit('session:ready', { connectionId: socket.id, serverTime: new Date().toISOString() });

  socket.on('message:send', ({ roomId, clientId, body }, ack) => {
    const seq = (lastSeq.get(roomId) ?? 0) + 1;
    lastSeq.set(roomId, seq);
    const message = messageOf({ roomId, seq, clientId, senderId, body });
    io.to(roomId).emit('message:created', { roomId, version: seq, messages: [message] });
    ack({ ok: true, data: message });
  });

  socket.on('room:changes', (_query, ack) =>
    ack({ ok: true, data: { messages: [], version: 0, hasMore: false } }),
  );
});

/** The same fields as a Message of the contract, so that both servers move the same bytes. */
const messageOf = ({ roomId, seq, clientId, senderId, body }) => ({
  id: randomUUID(),
  roomId,
  seq,
  version: seq,
  clientId,
  senderId,
  body,
  replyToId: null,
  threadRootId: null,
  replyCount: 0,
  mentions: [],
  attachments: [],
  reactions: [],
  pinnedAt: null,
  createdAt: new Date().toISOString(),
  editedAt: null,
  deletedAt: null,
});

http.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.({ ready: true }));
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
