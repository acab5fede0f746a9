import { afterEach, expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import { Messenger } from './test/messenger.mjs';

let messenger;
const start = async (settings) => (messenger = await Messenger.start(settings));
afterEach(() => messenger.cleanUp());

const answers = (port) =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    (response) => response.ok,
    () => false,
  );

/** `allEnded` settles only when every process that shares the output has ended. */
const expectNothingLeft = async ({ allEnded, ports }) => {
  await allEnded;
  expect(await answers(ports.port)).toBe(false);
  expect(await answers(ports.webPort)).toBe(false);
};

test('says where it is once both servers answer', async () => {
  const { ports, lines } = await (await start()).isReady();

  expect(lines.at(-1)).toBe(`Parley is ready at http://localhost:${ports.webPort}`);
  expect(await answers(ports.port)).toBe(true);
  expect(await answers(ports.webPort)).toBe(true);
});

test.each(['SIGTERM', 'SIGKILL'])('leaves nothing when npm alone gets %s', async (signal) => {
  await (await start()).isReady();

  process.kill(messenger.npm.pid, signal);

  await expectNothingLeft(messenger);
});

test('leaves nothing when Ctrl-C reaches everyone, and reaches them again', async () => {
  await (await start()).isReady();

  process.kill(-messenger.npm.pid, 'SIGINT');
  process.kill(-messenger.npm.pid, 'SIGINT');

  await expectNothingLeft(messenger);
});

test('the servers end when what runs them is killed', async () => {
  await (await start()).isReady();

  process.kill(messenger.pidOf('tools/start.mjs'), 'SIGKILL');

  await expectNothingLeft(messenger);
});

test('exits with 0 when it is told to stop itself', async () => {
  await (await start()).isReady();

  process.kill(messenger.pidOf('tools/start.mjs'), 'SIGTERM');

  expect(await messenger.ended).toBe(0);
});

test('a server that dies takes the other with it, and one line says so', async () => {
  await (await start()).isReady();

  process.kill(messenger.pidOf('api/dist/main.js'), 'SIGKILL');

  expect(await messenger.ended).toBe(1);
  expect(messenger.lines.at(-1)).toBe('The API stopped by itself (SIGKILL).');
  await expectNothingLeft(messenger);
});

test('a busy port is told in one line', async () => {
  const occupant = createServer();
  await new Promise((resolve) => occupant.listen(0, resolve));
  const { port } = occupant.address();

  await start({ WEB_PORT: String(port) });

  expect(await messenger.ended).toBe(1);
  expect(messenger.lines).toEqual([`Port ${port} is already in use. Set WEB_PORT to use another one.`]);
  await new Promise((resolve) => occupant.close(resolve));
});

test('a port that is none is named in one line', async () => {
  await start({ PORT: '70000' });

  expect(await messenger.ended).toBe(1);
  expect(messenger.lines).toEqual(['PORT: must be a whole number from 1 to 65535, not "70000".']);
});
