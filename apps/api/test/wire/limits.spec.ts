import { randomUUID } from 'node:crypto';
import type { Room } from '@parley/shared-types';
import { ConnectionRegistry } from '../../src/infra/realtime/connection-registry.js';
import { Line } from '../line.js';
import { people, signIn } from '../people.js';
import type { Person } from '../person.js';
import { poll, rawHttp, upgrade } from '../raw-http.js';
import { refusalOf } from '../refusal.js';
import { http, type Answer } from '../rest.js';
import { Server } from '../server.js';
import { until } from '../until.js';

/** From where a request is said to come, which counts when this machine's proxies say so. */
const from = (address: string) => ({ 'x-forwarded-for': address });
const ADA_LIVES_AT = '203.0.113.9';
const GRACE_LIVES_AT = '203.0.113.10';

const times = <Result>(count: number, act: (i: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, i) => act(i)));
const howMany = <Item>(items: Item[], item: Item) => items.filter((one) => one === item).length;

describe('what one person says', () => {
  let server: Server;
  let ada: Person, grace: Person;
  let room: Room;

  const start = async (limit: string) => {
    server = await Server.start({ RATE_LIMIT_MESSAGES: limit });
    ({ ada, grace } = await people(server));
    room = await ada.opens(grace);
  };
  afterEach(() => server.stop());

  const draft = () => ({ roomId: room.id, clientId: randomUUID(), body: 'hi' });
  const post = () => ada.post(`/rooms/${room.id}/messages`, { clientId: randomUUID(), body: 'hi' });

  it('is limited over the socket; the refusal says when there is room again, and then there is', async () => {
    await start('3/2s');

    const acks = await times(10, () => ada.line.send('message:send', draft()));

    expect(acks.map(({ ok }) => ok)).toEqual([true, true, true, ...Array<boolean>(7).fill(false)]);
    for (const ack of acks.slice(3)) {
      expect(ack).toMatchObject({ error: { code: 'rate_limited', requestId: expect.any(String) } });
      const { retryAfterMs } = (ack as { error: { retryAfterMs: number } }).error;
      expect(retryAfterMs).toBeGreaterThan(0);
      expect(retryAfterMs).toBeLessThanOrEqual(2_000);
    }
    await until('room again', async () => (await ada.line.send('message:send', draft())).ok);
    await grace.says(room, 'not counted with hers');
  });

  it('is limited over REST; the refusal says when there is room again, and then there is', async () => {
    await start('3/2s');

    const answers = await times(10, post);

    expect(howMany(statusesOf(answers), 201)).toBe(3);
    expect(howMany(statusesOf(answers), 429)).toBe(7);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(refused.body).toMatchObject({ code: 'rate_limited', status: 429 });
    expect(refused.headers.get('retry-after')).toMatch(/^[12]$/);
    await until('room again', async () => (await post()).status === 201);
  });

  it('counts alike by every door and device, with what is done to messages', async () => {
    await start('4/1h');
    const phone = await signIn(server, 'ada');
    const { id: messageId } = await ada.says(room, 'one');
    await phone.posts(room, 'two');
    await ada.asks('reaction:add', { messageId, emoji: '👍' });
    await phone.calls('removeReaction', { messageId, emoji: '👍' });
    await phone.calls('editMessage', { messageId, body: 'four' });

    expect(await refusalOf(ada.asks('message:edit', { messageId, body: 'five' }))).toBe('rate_limited');
    expect(await refusalOf(phone.posts(room, 'five'))).toBe('rate_limited');
    expect((await ada.sees(room)).lastSeq).toBe(2);
  });

  it('counts also where it does not fit', async () => {
    await start('2/1h');
    for (const payload of [undefined, { roomId: room.id, body: '' }]) {
      expect(await ada.line.send('message:send', payload)).toMatchObject({
        error: { code: 'validation_failed' },
      });
    }

    expect(await refusalOf(ada.says(room, 'hi'))).toBe('rate_limited');
  });

  it('and reads is not', async () => {
    await start('1/1h');
    await ada.says(room, 'hi');

    await times(50, () => ada.reads(room, 1));
    await times(20, () => ada.asks('room:history', { roomId: room.id }));
  });
});

describe('with the settings as they come', () => {
  const DEFAULTS = { RATE_LIMIT_MESSAGES: '', RATE_LIMIT_LOGIN: '', RATE_LIMIT_HTTP: '' };

  let server: Server;

  beforeAll(async () => {
    server = await Server.start(DEFAULTS);
  });
  afterAll(() => server.stop());

  it('what one says and reads in ten seconds of fast talk is let in at once', async () => {
    const { ada, grace } = await people(server);
    const room = await ada.opens(grace);

    await times(50, async (i) => {
      await ada.asks('typing:start', { roomId: room.id });
      const { seq } = await ada.says(room, `message ${i}`);
      await Promise.all([ada.reads(room, seq), grace.asks('room:delivered', { roomId: room.id, seq })]);
      await Promise.all([grace.reads(room, seq), ada.asks('typing:stop', { roomId: room.id })]);
    });

    expect(await ada.historyOf(room)).toHaveLength(50);
  });
});

describe('everything else', () => {
  let server: Server;

  const get = (path: string, headers: Record<string, string>, token?: string) =>
    http(server.url, 'GET', path, { headers, token });
  const start = async (limit: string, more = {}) => {
    server = await Server.start({ RATE_LIMIT_HTTP: limit, ...more });
  };
  afterEach(() => server.stop());

  it('is limited for each person, over REST and the socket together', async () => {
    await start('30/1h');
    const { ada, grace } = await people(server);
    for (let i = 0; i < 5; i++) await ada.calls('search', { q: 'engine' });
    for (let i = 0; i < 5; i++) await ada.asks('presence:set', { status: 'online' });

    const refused = await ada.get('/search?q=engine');

    expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
    expect(await refusalOf(ada.asks('presence:set', { status: 'away' }))).toBe('rate_limited');
    expect(await ada.line.send('no:such', {})).toMatchObject({ error: { code: 'rate_limited' } });
    await grace.calls('search', { q: 'engine' });
    await grace.asks('presence:set', { status: 'away' });
  });

  it('of who is not signed in is limited for each address, whatever it is', async () => {
    await start('4/1h');
    const mischief = [
      () => get('/auth/me', from(ADA_LIVES_AT)),
      () => get('/rooms', from(ADA_LIVES_AT), 'x.y.z'),
      () => get('/nothing', from(ADA_LIVES_AT)),
      () => rawHttp(server, { method: 'POST', path: '/api/v1/rooms', headers: BROKEN, body: '{' }),
    ];
    const statuses = [];
    for (const act of mischief) statuses.push((await act()).status);
    expect(statuses).toEqual([401, 401, 404, 400]);

    for (const act of mischief) expect((await act()).status).toBe(429);
    expect((await get('/auth/me', from(GRACE_LIVES_AT))).status).toBe(401);
  });
  const BROKEN = { ...from(ADA_LIVES_AT), 'content-type': 'application/json' };

  it('takes nothing from who is signed in behind the same address', async () => {
    await start('30/1h');
    const { ada } = await people(server);
    await times(40, () => get('/nothing', {}));

    expect((await get('/nothing', {})).status).toBe(429);
    expect((await ada.get('/auth/me')).status).toBe(200);
  });

  it('does not mean probes of health', async () => {
    await start('1/1h');

    const answers = await times(20, () => rawHttp(server, { path: '/readyz' }));

    expect(howMany(statusesOf(answers), 200)).toBe(20);
  });

  it.each([
    ['WebSockets', upgrade, 101],
    ['polling', poll, 200],
  ])('also means new connections from an address: %s', async (_, knock, welcome) => {
    await start('1/2s');

    const answers = await times(17, () => knock(server, from(ADA_LIVES_AT)));

    expect(howMany(statusesOf(answers), welcome)).toBe(10);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(7);
    for (const { headers, body } of refused) {
      expect(headers['retry-after']).toMatch(/^[12]$/);
      expect(JSON.parse(body)).toMatchObject({ code: 'rate_limited' });
    }
    expect((await knock(server, from(GRACE_LIVES_AT))).status).toBe(welcome);
    await until('room again', async () => (await knock(server, from(ADA_LIVES_AT))).status === welcome);
  });

  it('also means tokens that are tried on one connection', async () => {
    await start('5/1h');
    const { sid } = JSON.parse((await poll(server, {})).body.slice(1)) as { sid: string };
    const path = `/socket.io/?EIO=4&transport=polling&sid=${sid}`;
    const tries = Array<string>(6).fill('40{"token":"x.y.z"}').join('\x1e');

    await rawHttp(server, { method: 'POST', path, headers: { 'content-type': 'text/plain' }, body: tries });

    const codes: string[] = [];
    await until('six answers', async () => {
      const { body } = await rawHttp(server, { path });
      codes.push(...[...body.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code!));
      return codes.length === 6;
    });
    expect(howMany(codes, 'unauthenticated')).toBe(4);
    expect(howMany(codes, 'rate_limited')).toBe(2);
  });
});

describe('the open sockets of one person', () => {
  let server: Server;

  beforeAll(async () => {
    server = await Server.start();
  });
  afterAll(() => server.stop());

  it('are a thousand at most: one more is refused until one is closed', async () => {
    const { ada, grace } = await people(server);
    const registry = server.api.app.get(ConnectionRegistry);
    for (let i = 1; i < 1_000; i++) registry.add(ada.id, `tab ${i}`);

    await expect(Line.open(server.url, ada.token)).rejects.toMatchObject({ data: { code: 'rate_limited' } });
    (await Line.open(server.url, grace.token)).hangUp();

    registry.remove(ada.id, 'tab 1');
    (await Line.open(server.url, ada.token)).hangUp();
    for (let i = 2; i < 1_000; i++) registry.remove(ada.id, `tab ${i}`);
  });
});

const statusesOf = (answers: Pick<Answer, 'status'>[]) => answers.map(({ status }) => status);
