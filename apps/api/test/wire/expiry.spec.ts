import { people } from '../people.js';
import { refusalOf } from '../refusal.js';
import { Server } from '../server.js';
import { until } from '../until.js';

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
