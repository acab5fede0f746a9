import { assembleChat } from './create-chat.js';
import { memoryOutboxStore } from './messages/outbox-store.js';
import { FakeSocket } from './testing/fake-socket.js';
import { ada } from './testing/people.js';

test('signing in gives what the name opens by, and tells the codes that came of it', async () => {
  const bodies: unknown[] = [];
  const chat = assembleChat({
    origin: 'http://parley',
    outbox: memoryOutboxStore(),
    openSocket: () => new FakeSocket(),
    fetch: async (_, init) => {
      bodies.push(JSON.parse(String(init?.body)));
      return Response.json({ user: ada, token: 'token', recoveryCodes: ['a2k4-9xw1'] });
    },
  });
  const signedIn = await chat.login({ username: 'ada', password: 'correct horse' });
  expect(bodies).toEqual([{ username: 'ada', password: 'correct horse' }]);
  expect(signedIn).toEqual({ user: ada, recoveryCodes: ['a2k4-9xw1'] });
});
