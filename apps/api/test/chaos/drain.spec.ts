import { setTimeout as delay } from 'node:timers/promises';
import { callRoute } from '../rest.js';
import { until } from '../until.js';
import { check } from './checker.js';
import { Load } from './load.js';
import { newNode, type Node } from './node.js';
import { seeded, type Random } from './random.js';
import { signIn } from './sign-in.js';
import { slowLine } from './slow-line.js';
import { SocketSender } from './socket-sender.js';
import { Device } from './device.js';
import { faultsOfFile, queryFile } from './stored.js';

const LIMIT_MS = 60_000;

type Way = { name: string; stop: (node: Node) => void };

const WAYS: Way[] = [
  { name: 'SIGTERM', stop: (node) => node.signal('SIGTERM') },
  { name: 'SIGINT', stop: (node) => node.signal('SIGINT') },
  { name: 'the end of its supervisor', stop: (node) => node.closeChannel() },
];

async function underLoad(random: Random): Promise<{ node: Node; load: Load }> {
  const node = await newNode();
  await node.start();
  const load = await Load.on(node, random);
  await load.isOnline();
  load.start();
  await delay(random.between(200, 600));
  return { node, load };
}

/** After a restart on the same files nothing may be missing, doubled or out of order. */
async function expectNothingLost(node: Node, load: Load): Promise<void> {
  await node.start();
  await load.isOnline();
  await load.finish();
  expect(check(await load.storyOverRest())).toEqual([]);
  expect(check(await load.storyInFile(node.databaseFile))).toEqual([]);
  expect(await faultsOfFile(node.databaseFile)).toEqual([]);
}

describe('R14 · a node that is told to stop drains', () => {
  it.each(WAYS)(
    'answers all that is under way, then ends with 0 after $name',
    async ({ stop }) => {
      const { node, load } = await underLoad(seeded());
      const isTold = () => load.devices.some((device) => device.hasHeardDraining);

      stop(node);
      await until('readiness to end', async () => (await node.readiness()) === 503);
      load.forewarn();
      // A balancer learns of it before any client does, while every socket still works.
      expect(isTold()).toBe(false);
      expect(load.devices.every((device) => device.isOnline)).toBe(true);

      expect(await node.exit).toEqual({ code: 0, signal: null });
      expect(load.devices.filter((device) => !device.hasHeardDraining)).toEqual([]);
      expect(load.senders.map((sender) => sender.unanswered)).toEqual(load.senders.map(() => 0));
      expect(node.output).toBe('');
      await expectNothingLost(node, load);
    },
    LIMIT_MS,
  );

  it(
    'is not hurried by further signals',
    async () => {
      const { node, load } = await underLoad(seeded());

      node.signal('SIGTERM');
      await until('readiness to end', async () => (await node.readiness()) === 503);
      load.forewarn();
      node.signal('SIGTERM');
      node.signal('SIGINT');
      node.closeChannel();

      expect(await node.exit).toEqual({ code: 0, signal: null });
      expect(load.senders.map((sender) => sender.unanswered)).toEqual(load.senders.map(() => 0));
      await expectNothingLost(node, load);
    },
    LIMIT_MS,
  );

  it(
    'leaves nobody online and notes when they were last seen',
    async () => {
      const node = await newNode();
      await node.start();
      const ada = await signIn(node, 'ada');
      const tab = new Device(node, ada, "ada's tab", []);
      await until('ada to be online', () => tab.isOnline);

      node.signal('SIGTERM');
      await node.exit;

      expect(await queryFile(node.databaseFile, 'SELECT * FROM connections')).toEqual([]);
      expect(
        await queryFile(node.databaseFile, 'SELECT username FROM users WHERE last_seen_at > created_at'),
      ).toEqual([{ username: 'ada' }]);
    },
    LIMIT_MS,
  );

  it(
    'answers what was on its way when it said so, over a slow line too',
    async () => {
      const node = await newNode();
      await node.start();
      const grace = await signIn(node, 'grace');
      const { items } = await callRoute(node.url, grace.token, 'rooms', {});
      const tab = new Device(await slowLine(node, 150), grace, "grace's tab", [], { reconnection: false });
      const sender = new SocketSender(tab, [items[0]!.id], seeded());
      await until('grace to be online', () => tab.isOnline);
      sender.start();
      await until('an ack', () => sender.log.acked.length > 0);

      node.signal('SIGTERM');

      expect(await node.exit).toEqual({ code: 0, signal: null });
      await until('the line to be closed', () => !tab.socket.connected);
      // What the end of the line leaves unanswered is known a turn later.
      await delay(10);
      expect(tab.hasHeardDraining).toBe(true);
      expect(sender.unanswered).toBe(0);
    },
    LIMIT_MS,
  );

  it(
    'lets in nobody new while it drains',
    async () => {
      const node = await newNode();
      await node.start();
      const grace = await signIn(node, 'grace');

      node.signal('SIGTERM');
      await until('readiness to end', async () => (await node.readiness()) === 503);
      const late = new Device(node, grace, "grace's tab", [], { reconnection: false });
      const refusal = await new Promise<Error & { data?: unknown }>((resolve) => {
        late.socket.on('connect_error', resolve);
      });

      expect(refusal).toMatchObject({ data: { code: 'unavailable' } });
      expect(await node.exit).toEqual({ code: 0, signal: null });
    },
    LIMIT_MS,
  );
});
