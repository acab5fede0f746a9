import { randomUUID } from 'node:crypto';
import type { Message } from '@parley/shared-types';
import { callRoute } from '../rest.js';
import { until } from '../until.js';
import { Device } from './device.js';
import { newNode, type Node } from './node.js';
import { report } from './report.js';
import { signIn, signInMany, type Session } from './sign-in.js';
import { messagesOverRest } from './stored.js';

const PEOPLE = 100;
const TABS = 5;
const LIMIT_MS = 120_000;

const say = (node: Node, { token }: Session, roomId: string, body: string): Promise<Message> =>
  callRoute(node.url, token, 'postMessage', { roomId, clientId: randomUUID(), body });

const sayMany = (node: Node, from: Session, roomId: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => say(node, from, roomId, `word ${i}`)));

describe('R13 · a reconnect storm', () => {
  it(
    'of 500 sockets cut at once ends with all of them back and caught up',
    async () => {
      const node = await newNode();
      await node.start();
      const grace = await signIn(node, 'grace');
      const people = await signInMany(node, PEOPLE);
      const [general] = (await callRoute(node.url, grace.token, 'rooms', {})).items;
      const roomId = general!.id;
      // The pace of a real client: a second, then longer, each with its own jitter.
      const tabs = people.flatMap((person, i) =>
        Array.from(
          { length: TABS },
          (_, tab) => new Device(node, person, `tab ${tab} of ${i}`, [roomId], {}),
        ),
      );
      const allHold = (last: Message) => () =>
        tabs.every((tab) => tab.isOnline && tab.timeline(roomId)!.version >= last.version);
      await sayMany(node, grace, roomId, 30);
      await until('everyone to have heard', allHold(await say(node, grace, roomId, 'before')));

      await node.kill();
      await until('every socket to be cut', () => tabs.every((tab) => !tab.socket.connected));
      await node.start();
      const from = performance.now();
      await sayMany(node, grace, roomId, 30);
      await until('everyone to be back', allHold(await say(node, grace, roomId, 'after')));
      report(`${tabs.length} sockets back and caught up after ${Math.round(performance.now() - from)} ms`);

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
      expect(node.output).toBe('');
    },
    LIMIT_MS,
  );
});
