import { createChat } from '@parley/chat-client';

const chat = createChat({ origin: process.env.PARLEY_URL ?? 'http://localhost:3000' });
await chat.login({ username: process.env.BOT_NAME ?? 'ping-bot', password: process.env.BOT_PASSWORD });
chat.on('message:created', ({ roomId, messages }) => {
  for (const { body, senderId } of messages) {
    if (body === 'ping' && senderId !== chat.me?.id) chat.send(roomId, 'pong');
  }
});
chat.start();
