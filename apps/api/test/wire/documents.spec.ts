import { commands, facts, routes } from '@parley/shared-types';
import { rawHttp } from '../raw-http.js';
import { Server } from '../server.js';

type OpenApi = { openapi: string; paths: Record<string, Record<string, { operationId: string }>> };
type AsyncApi = { asyncapi: string; channels: { socket: { messages: Record<string, { name: string }> } } };

describe('the documents of the API', () => {
  let server: Server;

  beforeAll(async () => {
    server = await Server.start();
  });
  afterAll(() => server.stop());

  const read = async (path: string) => JSON.parse((await rawHttp(server, { path })).body) as unknown;

  it('OpenAPI names every route', async () => {
    const { openapi, paths } = (await read('/api/openapi.json')) as OpenApi;

    expect(openapi).toMatch(/^3\.1/);
    for (const [name, { method, url }] of Object.entries(routes)) {
      const path = paths[`/api/v1${url.replace(/:(\w+)/g, '{$1}')}`];
      expect(path?.[method.toLowerCase()]?.operationId).toBe(name);
    }
    const documented = Object.values(paths).flatMap((path) => Object.values(path));
    const files = ['upload', 'thumbnail', 'file'];
    expect(documented.map(({ operationId }) => operationId).sort()).toEqual(
      [...Object.keys(routes), ...files].sort(),
    );
  });

  it('AsyncAPI names every command and every fact', async () => {
    const { asyncapi, channels } = (await read('/api/asyncapi.json')) as AsyncApi;

    expect(asyncapi).toMatch(/^3\./);
    const names = Object.values(channels.socket.messages).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...Object.keys(commands), ...Object.keys(facts)]));
  });

  it('people can read them as a page', async () => {
    const page = await rawHttp(server, { path: '/api' });

    expect(page.status).toBe(200);
    expect(page.body).toContain('swagger-ui');
  });

  it.each(['/healthcheck', '/healthz', '/readyz'])('%s needs no session', async (path) => {
    const answer = await rawHttp(server, { path });

    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ status: 'ok' });
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});
