import { ada } from '../testing/people.js';
import { createApi } from './api.js';

const apiThatAnswers = (answer: () => Response | Promise<Response>) => {
  const requests: { url: string; method: string | undefined; body: unknown; headers: Headers }[] = [];
  const api = createApi({
    baseUrl: 'http://api',
    headers: { cookie: 'session=token' },
    fetch: async (url, init) => {
      requests.push({
        url: String(url),
        method: init?.method,
        body: init?.body,
        headers: new Headers(init?.headers),
      });
      return answer();
    },
  });
  return { api, requests };
};

test('the path, the query and the body each get what is theirs', async () => {
  const { api, requests } = apiThatAnswers(() => Response.json({}));
  await api.call('messages', { roomId: 'a/b', before: 51 });
  await api.call('updateRoom', { roomId: 'room', name: 'new' });
  expect(requests).toMatchObject([
    { url: 'http://api/api/v1/rooms/a%2Fb/messages?before=51', method: 'GET', body: undefined },
    { url: 'http://api/api/v1/rooms/room', method: 'PATCH', body: '{"name":"new"}' },
  ]);
  expect(requests[0]?.headers.get('cookie')).toBe('session=token');
});

test('an answer comes back as it is', async () => {
  const { api } = apiThatAnswers(() => Response.json(ada));
  expect(await api.call('me')).toEqual(ada);
});

test('a problem is thrown with its code, its fields and when to come back', async () => {
  const errors = [{ path: 'username', message: 'too short' }];
  const problem = {
    type: 'about:blank',
    title: 'No',
    status: 429,
    detail: 'Slowly',
    code: 'rate_limited',
    errors,
  };
  const { api } = apiThatAnswers(() =>
    Response.json(problem, { status: 429, headers: { 'retry-after': '3' } }),
  );
  await expect(api.call('login', { username: 'a' })).rejects.toMatchObject({
    code: 'rate_limited',
    status: 429,
    errors,
    retryAfterMs: 3_000,
  });
});

test("a proxy's own error page is unavailable", async () => {
  const { api } = apiThatAnswers(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  await expect(api.call('me')).rejects.toMatchObject({ code: 'unavailable', status: 502 });
});

test('a lost network is unavailable', async () => {
  const { api } = apiThatAnswers(() => Promise.reject(new TypeError('fetch failed')));
  await expect(api.call('me')).rejects.toMatchObject({ code: 'unavailable' });
});
