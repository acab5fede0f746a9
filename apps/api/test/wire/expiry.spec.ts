import { Line } from '../line.js';
import { people } from '../people.js';
import { refusalOf } from '../refusal.js';
import { Server } from '../server.js';
import { until } from '../until.js';

describe('a session that nobody uses', () => {
  let server: Server;

  beforeAll(async () => {
    server = await Server.start({ SESSION_IDLE_TTL: '2s' });
  });
  afterAll(() => server.stop());

  it('ends, and one that is in use does not', async () => {
    const { ada, grace } = await people(server);
    const since = Date.now();

    await until('two seconds of use by one of them', async () => {
      await ada.calls('me', {});
      return Date.now() - since > 2_000;
    });

    expect(await refusalOf(grace.calls('me', {}))).toBe('unauthenticated');
    await expect(Line.open(server.url, grace.token)).rejects.toMatchObject({
      data: { code: 'unauthenticated' },
    });
    expect((await ada.calls('sessions', {})).items).toMatchObject([{ current: true }]);
  });
});

describe('a session that is over by time', () => {
  let server: Server;

  beforeAll(async () => {
    server = await Server.start({ SESSION_TTL: '2s' });
  });
  afterAll(() => server.stop());

  it('opens nothing any more, and its open sockets are closed', async () => {
    const { ada } = await people(server);

    await until('the token to expire', () =>
      ada.calls('me', {}).then(
        () => false,
        ({ code }: { code: string }) => code === 'unauthenticated',
      ),
    );

    await ada.line.closed();
    expect(ada.line.ears.of('session:revoked')).toEqual([{ reason: 'expired' }]);
    await expect(ada.line.connect()).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
    expect(await refusalOf(ada.calls('rooms', {}))).toBe('unauthenticated');
  });
});
