import { setTimeout as delay } from 'node:timers/promises';
import type { User } from '@parley/shared-types';
import { callRoute } from '../rest.js';
import { until } from '../until.js';
import { Device } from './device.js';
import { newNode, type Node } from './node.js';
import { report } from './report.js';
import { signIn, signInMany } from './sign-in.js';
import { changeFile, queryFile } from './stored.js';
import { describeTwoNodes, twoNodes } from './two-nodes.js';

const LIMIT_MS = 60_000;

const PEOPLE = 100;

/** Everyone the server knows, over all pages. */
async function everyone(node: Node, token: string): Promise<User[]> {
  const users: User[] = [];
  let cursor: string | null = null;
  do {
    const given: { limit: number; cursor?: string } = { limit: 30, ...(cursor && { cursor }) };
    const page = await callRoute(node.url, token, 'findUsers', given);
    users.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return users;
}

const online = (users: User[]) => users.filter((user) => user.status !== 'offline');

describe('R17 · nobody shows online who is not', () => {
  it(
    'after a kill with a hundred people online',
    async () => {
      const node = await newNode();
      await node.start();
      const linus = await signIn(node, 'linus');
      const people = await signInMany(node, PEOPLE);
      const tabs = people.map(
        (person, i) => new Device(node, person, `tab ${i}`, [], { reconnection: false }),
      );
      await until('all to be online', () => tabs.every((tab) => tab.isOnline));
      expect(online(await everyone(node, linus.token))).toHaveLength(PEOPLE);
      expect(await queryFile(node.databaseFile, 'SELECT id FROM connections')).toHaveLength(PEOPLE);

      await node.kill();
      await node.start();

      const known = await everyone(node, linus.token);
      expect(online(known)).toEqual([]);
      expect(known.filter((user) => user.lastSeenAt !== null)).toHaveLength(PEOPLE);
      expect(await queryFile(node.databaseFile, 'SELECT id FROM connections')).toEqual([]);

      const back = new Device(node, people[0]!, 'the one who came back', []);
      await until('one to be back', () => back.isOnline);
      expect(online(await everyone(node, linus.token)).map((user) => user.id)).toEqual([people[0]!.user.id]);
    },
    LIMIT_MS,
  );

  it(
    'after a kill just behind their leaving',
    async () => {
      const node = await newNode();
      await node.start();
      const ada = await signIn(node, 'ada');
      const tab = new Device(node, ada, "ada's tab", []);
      await until('ada to be online', () => tab.isOnline);
      tab.close();
      const connections = () => queryFile(node.databaseFile, 'SELECT id FROM connections');
      await until('her connection to be forgotten', async () => (await connections()).length === 0);

      await node.kill();
      await node.start();

      const me = await callRoute(node.url, ada.token, 'me', {});
      expect(me).toMatchObject({ status: 'offline', lastSeenAt: expect.any(String) });
    },
    LIMIT_MS,
  );

  it(
    'after a kill when the clock of the machine went back meanwhile',
    async () => {
      const node = await newNode();
      await node.start();
      const ada = await signIn(node, 'ada');
      const tab = new Device(node, ada, "ada's tab", [], { reconnection: false });
      await until('ada to be online', () => tab.isOnline);
      await node.kill();
      await changeFile(node.databaseFile, 'UPDATE connections SET seen_at = seen_at + 3600000');

      await node.start();

      expect(await queryFile(node.databaseFile, 'SELECT id FROM connections')).toEqual([]);
    },
    LIMIT_MS,
  );
});

describeTwoNodes('R17 · nobody shows online who was on a node that was killed', () => {
  it(
    'to those of the other node either; who has a tab there too stays',
    async () => {
      const { a, b } = await twoNodes();
      const linus = await signIn(a, 'linus');
      const people = await signInMany(b, PEOPLE);
      const [both, ...others] = people;
      const here = new Device(a, both!, 'the tab that stays', []);
      const tabs = people.map((person, i) => new Device(b, person, `tab ${i}`, [], { reconnection: false }));
      await until('all to be online', () => here.isOnline && tabs.every((tab) => tab.isOnline));
      await until('a to know', async () => online(await everyone(a, linus.token)).length === PEOPLE);

      await b.kill();
      const from = performance.now();
      const left = async () => online(await everyone(a, linus.token)).map((user) => user.id);
      while ((await left()).length > 1 && performance.now() - from < LIMIT_MS) await delay(250);
      report(`${others.length} offline ${Math.round(performance.now() - from)} ms after the kill (60,000)`);

      expect(await left()).toEqual([both!.user.id]);
    },
    2 * LIMIT_MS,
  );
});
