import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findNginx, HOW_TO_GET_NGINX } from './ensure-nginx.mjs';
import { isPortFree } from './lib/ports.mjs';
import { npm } from './lib/npm.mjs';
import { TestCluster } from './test/cluster.mjs';
import { servicesForTests } from './test/services.mjs';

const ESTABLISHED = '01';

const services = await servicesForTests();
const missing = findNginx() ? services.missing : HOW_TO_GET_NGINX;
if (missing) process.stderr.write(`The cluster is not tested: ${missing}\n`);
const together = missing ? describe.skip : describe;

afterAll(() => services.cleanUp());

together('two API nodes behind nginx', () => {
  let cluster, ada, grace;
  const sockets = [];
  const connects = async (person, transport) => {
    const socket = await cluster.socket(person, [transport]);
    sockets.push(socket);
    return socket;
  };

  beforeAll(async () => {
    cluster = await TestCluster.start({ ...services.settings, RATE_LIMIT_HTTP: 'off' });
    await cluster.isReady();
    ada = await cluster.joins('ada');
    grace = await cluster.joins('grace');
  });
  afterEach(() => sockets.splice(0).forEach((socket) => socket.disconnect()));
  afterAll(() => cluster?.cleanUp());

  /** ada writes to grace; answers with what was stored. */
  const adaSays = async (socket, body) => {
    const { body: room } = await ada.call('POST', '/rooms/direct', { userId: grace.user.id });
    const message = { roomId: room.id, clientId: randomUUID(), body };
    return socket.timeout(10_000).emitWithAck('message:send', message);
  };

  test('one address has the pages and the API, and says what it is', async () => {
    const page = await fetch(`${cluster.origin}/login`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringMatching(/html/)]);
    expect(await ada.call('GET', '/auth/me')).toMatchObject({ status: 200, body: { username: 'ada' } });
    expect(await (await fetch(`${cluster.origin}/metrics`)).text()).not.toMatch(/process_cpu/);
    expect(cluster.lines.at(-1)).toBe(`Parley is ready at ${cluster.origin}`);
  });

  test.each([
    ['websocket', 'polling'],
    ['polling', 'websocket'],
  ])('what is said over %s is heard over %s', async (speaking, hearing) => {
    const [writer, reader] = [await connects(ada, speaking), await connects(grace, hearing)];
    const heard = new Promise((resolve) => reader.on('message:created', resolve));

    const body = `by ${speaking}`;
    expect(await adaSays(writer, body)).toMatchObject({ ok: true, data: { body } });
    expect(await heard).toMatchObject({ messages: [{ body }] });
  });

  test('both nodes get work', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => cluster.joins(`linus${n}`)));
    for (const [n, person] of people.entries()) await connects(person, n % 2 ? 'websocket' : 'polling');

    expect(connectionsOn(cluster.port)).toBeGreaterThan(0);
    expect(connectionsOn(cluster.port + 1)).toBeGreaterThan(0);
  });

  test('files larger than any JSON pass, and are read in ranges', async () => {
    const headers = { Cookie: ada.cookie, Origin: cluster.origin };
    const upload = await fetch(`${cluster.origin}/api/v1/uploads`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'multipart/form-data; boundary=seam' },
      body: [
        '--seam',
        'Content-Disposition: form-data; name="file"; filename="long.txt"',
        'Content-Type: text/plain',
        '',
        'parley '.repeat(500_000),
        '--seam--',
        '',
      ].join('\r\n'),
    });
    const { url } = await upload.json();
    expect(upload.status).toBe(201);

    const range = { ...headers, Range: 'bytes=7-13' };
    const part = await fetch(new URL(url, cluster.origin), { headers: range });
    expect([part.status, await part.text()]).toEqual([206, 'parley ']);
  });

  test('what nginx itself refuses, it refuses as the API does', async () => {
    const body = { username: 'x'.repeat(3_000_000) };
    expect(await ada.call('POST', '/auth/login', body)).toMatchObject({
      status: 413,
      body: { code: 'payload_too_large', requestId: expect.any(String) },
    });
  });

  test('a rolling restart is seen by nobody who asks, and sockets come back', async () => {
    const writer = await connects(ada, 'websocket');
    const before = cluster.pidsOf('api/dist/main.js');
    let isOver = false;
    const asking = (async () => {
      const seen = new Set();
      while (!isOver) for (const { call } of [ada, grace]) seen.add((await call('GET', '/auth/me')).status);
      return [...seen];
    })();

    expect(await npm(['run', '--silent', 'cluster', '--', 'restart'], { env: cluster.env })).toBe(0);
    await cluster.says(`The API node on port ${cluster.port} was restarted.`);
    await cluster.says(`The API node on port ${cluster.port + 1} was restarted.`);
    isOver = true;

    expect(await asking).toEqual([200]);
    expect(cluster.pidsOf('api/dist/main.js').filter((pid) => before.includes(pid))).toEqual([]);
    if (!writer.connected) await once(writer, 'connect');
    expect(await adaSays(writer, 'after it')).toMatchObject({ ok: true });
  });

  test('a node that dies is started again, and the other one does its work meanwhile', async () => {
    process.kill(cluster.pidsOf('api/dist/main.js')[0], 'SIGKILL');

    await cluster.says('stopped by itself (SIGKILL): it is started again.');
    for (const { call } of [ada, grace]) expect(await call('GET', '/auth/me')).toMatchObject({ status: 200 });
    await cluster.nodesAreReady();
  });

  test('without any node, people are told that it is unavailable', async () => {
    for (const pid of cluster.pidsOf('api/dist/main.js')) process.kill(pid, 'SIGKILL');

    let answer;
    do answer = await ada.call('GET', '/auth/me');
    while (answer.status === 200);
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    await cluster.nodesAreReady();
  });

  test('SIGTERM to npm alone leaves nothing', async () => {
    process.kill(cluster.npm.pid, 'SIGTERM');

    await cluster.allEnded;
    for (const port of cluster.addresses) expect([port, await isPortFree(port)]).toEqual([port, true]);
  });
});

describe('a cluster that cannot be', () => {
  const inOneLine = async (settings) => {
    const cluster = await TestCluster.start({ ...services.settings, ...settings });
    try {
      expect(await cluster.ended).toBe(1);
      return cluster.lines;
    } finally {
      await cluster.cleanUp();
    }
  };
  const withNginx = findNginx() ? test : test.skip;

  withNginx('says that a file is for one node', async () => {
    expect(await inOneLine({ DATABASE_URL: 'sqlite:./data/parley.db' })).toEqual([
      'DATABASE_URL: several nodes need postgres://… or mysql://…; a file is for one.',
    ]);
  });

  withNginx('says which service does not answer', async () => {
    expect(await inOneLine({ DATABASE_URL: 'postgres://127.0.0.1:1/parley' })).toEqual([
      'PostgreSQL at 127.0.0.1:1 cannot be used (ECONNREFUSED). Start it, or set DATABASE_URL.',
    ]);
  });
});

/** How many connections are open to a port of this machine, as the system counts them. */
function connectionsOn(port) {
  const here = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(here) && state === ESTABLISHED).length;
}
