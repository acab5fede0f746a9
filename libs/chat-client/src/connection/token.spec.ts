import { assembleChat } from '../create-chat.js';
import { memoryOutboxStore } from '../messages/outbox-store.js';
import { FakeSocket } from '../testing/fake-socket.js';
import { grace } from '../testing/people.js';
import type { Token } from './token.js';

const open = (token: Token) => {
  const asked: { url: string; authorization: string | null }[] = [];
  let socketToken: () => Promise<string | undefined> = async () => undefined;
  const chat = assembleChat({
    origin: 'http://parley',
    token,
    outbox: memoryOutboxStore(),
    openSocket: (_, given) => {
      socketToken = given;
      return new FakeSocket();
    },
    fetch: async (url, init) => {
      asked.push({ url: String(url), authorization: new Headers(init?.headers).get('authorization') });
      return Response.json({ items: [grace] });
    },
  });
  return { chat, asked, socketToken: () => socketToken() };
};

test('a token that is a function is asked for every call and every connection', async () => {
  let count = 0;
  const { chat, asked, socketToken } = open(async () => `token ${(count += 1)}`);
  await chat.api.call('blocks');
  await chat.api.call('blocks');
  expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer token 1', 'Bearer token 2']);

  chat.start();
  expect(await socketToken()).toBe('token 3');
  chat.stop();
});

test('a token that cannot be had is like a network that is not there', async () => {
  const { chat, asked } = open(() => Promise.reject(new Error('their server is down')));
  await expect(chat.api.call('me')).rejects.toMatchObject({ code: 'unavailable' });
  expect(asked).toEqual([]);
});
