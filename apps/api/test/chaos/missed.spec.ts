import { randomUUID } from 'node:crypto';
import { callRoute } from '../rest.js';
import { until } from '../until.js';
import { Device } from './device.js';
import { newNode } from './node.js';
import { report } from './report.js';
import { signIn } from './sign-in.js';
import { messagesInFile } from './stored.js';

const MISSED = 10_000;
const LIMIT_MS = 90_000;

describe('R11 · ten thousand messages missed', () => {
  it(
    'all come with the reconnect, page by page',
    async () => {
      const node = await newNode();
      await node.start();
      const [ada, grace] = await Promise.all([signIn(node, 'ada'), signIn(node, 'grace')]);
      const { id: roomId } = await callRoute(node.url, ada.token, 'openDirect', { userId: grace.user.id });
      const writer = new Device(node, ada, "ada's bot", []);
      const reader = new Device(node, grace, "grace's tab", [roomId]);
      await until('both to be online', () => writer.isOnline && reader.isOnline);
      reader.close();

      const say = (_: unknown, i: number) =>
        writer.socket.emitWithAck('message:send', { roomId, clientId: randomUUID(), body: `word ${i}` });
      const acks = await Promise.all(Array.from({ length: MISSED }, say));
      expect(acks.filter((ack) => !ack.ok)).toEqual([]);

      const from = performance.now();
      reader.socket.connect();
      await until('grace to catch up', () => reader.timeline(roomId)!.messages.length >= MISSED);
      report(`${MISSED} missed messages there after ${Math.round(performance.now() - from)} ms`);

      const stored = await messagesInFile(node.databaseFile);
      expect(stored).toHaveLength(MISSED);
      expect(reader.timeline(roomId)!.messages).toMatchObject(stored);
    },
    LIMIT_MS,
  );
});
