import { randomUUID } from 'node:crypto';
import type { Message } from '@parley/shared-types';
import { callRoute } from '../rest.js';
import { until } from '../until.js';
import { balancer } from './balancer.js';
import { Device } from './device.js';
import type { Node } from './node.js';
import { report } from './report.js';
import { signIn, signInMany, type Session } from './sign-in.js';
import { messagesOverRest } from './stored.js';
import { SHAPES } from './two-nodes.js';

const PEOPLE = 100;
const TABS = 5;
const LIMIT_MS = 120_000;

const say = (node: Node, { token }: Session, roomId: string, body: string): Promise<Message> =>
  callRoute(node.url, token, 'postMessage', { roomId, clientId: randomUUID(), body });

const sayMany = (node: Node, from: Session, roomId: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => say(node, from, roomId, `word ${i}`)));

describe('R13 · a reconnect storm', () => {
  it.each(SHAPES)(
    'of 500 sockets cut at once ends with all of them back and caught up: %s',
    async (_, start) => {
      const nodes = await start();
      const node = nodes[0]!;
      const victim = nodes.at(-1)!;
      const place = await balancer(nodes);
      const grace = await signIn(node, 'grace');
      const people = await signInMany(node, PEOPLE);
      const [general] = (await callRoute(node.url, grace.token, 'rooms', {})).items;
      const roomId = general!.id;
      // The pace of a real client: a second, then longer, each with its own jitter.
      const tabs = people.flatMap((person, i) =>
        Array.from(
          { length: TABS },
          (_, tab) => new Device(place, person, `tab ${tab} of ${i}`, [roomId], {}),
        ),
      );
      const allHold = (last: Message) => () =>
        tabs.every((tab) => tab.isOnline && tab.timeline(roomId)!.version >= last.version);
      await sayMany(node, grace, roomId, 30);
      await until('everyone to have heard', allHold(await say(node, grace, roomId, 'before')));

      const from = performance.now();
      await victim.kill();
      place.cut();
      await until('every socket to be cut', () => tabs.every((tab) => !tab.socket.connected));
      await victim.start();
      await sayMany(node, grace, roomId, 30);
      await until('everyone to be back', allHold(await say(node, grace, roomId, 'after')));
      const ms = Math.round(performance.now() - from);
      report(`${nodes.length}: ${tabs.length} sockets back and caught up ${ms} ms after the cut (30,000)`);

      const stored = (await messagesOverRest(node, grace.token, roomId)).map((message) => message.id);
      expect(stored).toHaveLength(62);
      const missing = tabs.filter(
        (tab) =>
          tab
            .timeline(roomId)!
            .messages.map((message) => message.id)
            .join() !== stored.join(),
      );
      expect(missing.map((tab) => tab.name)).toEqual([]);
      expect(nodes.map(({ output }) => output)).toEqual(nodes.map(() => ''));
    },
    LIMIT_MS,
  );
});
