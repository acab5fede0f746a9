import { randomUUID } from 'node:crypto';
import { callRoute } from '../rest.js';
import { until } from '../until.js';
import { Device } from './device.js';
import { percentile } from './percentile.js';
import { report } from './report.js';
import { signIn } from './sign-in.js';
import { messagesOverRest } from './stored.js';
import { SHAPES } from './two-nodes.js';

const MISSED = 10_000;
/** What others write meanwhile, one after the other. */
const BESIDE = 100;
const LIMIT_MS = 120_000;

describe('R11 · ten thousand messages missed', () => {
  it.each(SHAPES)(
    'all come with the reconnect, page by page: %s',
    async (_, start) => {
      const nodes = await start();
      const [here, there] = [nodes[0]!, nodes.at(-1)!];
      const [ada, grace, linus] = await Promise.all([
        signIn(here, 'ada'),
        signIn(there, 'grace'),
        signIn(there, 'linus'),
      ]);
      const { id: roomId } = await callRoute(here.url, ada.token, 'openDirect', { userId: grace.user.id });
      const [general] = (await callRoute(there.url, linus.token, 'rooms', {})).items;
      const writer = new Device(here, ada, "ada's bot", []);
      const beside = new Device(there, linus, "linus's bot", []);
      const reader = new Device(there, grace, "grace's tab", [roomId]);
      await until('all to be online', () => [writer, beside, reader].every((device) => device.isOnline));
      reader.close();

      const say = (from: Device, to: string, body: string) =>
        from.socket.emitWithAck('message:send', { roomId: to, clientId: randomUUID(), body });
      const acks = await Promise.all(
        Array.from({ length: MISSED }, (_, i) => say(writer, roomId, `word ${i}`)),
      );
      expect(acks.filter((ack) => !ack.ok)).toEqual([]);

      const ackTimes = async () => {
        const took: number[] = [];
        for (let i = 0; i < BESIDE; i++) {
          const from = performance.now();
          expect(await say(beside, general!.id, `beside ${i}`)).toMatchObject({ ok: true });
          took.push(performance.now() - from);
        }
        return took;
      };
      const usually = percentile(await ackTimes(), 0.99);
      const from = performance.now();
      reader.socket.connect();
      const meanwhile = ackTimes();
      await until('grace to catch up', () => reader.timeline(roomId)!.messages.length >= MISSED);
      const ms = Math.round(performance.now() - from);
      const times = (percentile(await meanwhile, 0.99) / usually).toFixed(1);
      report(`${nodes.length}: ${MISSED} missed messages there after ${ms} ms (10,000)`);
      report(`  others' acks meanwhile: p99 ${times} times ${usually.toFixed(1)} ms (3)`);

      const stored = await messagesOverRest(here, ada.token, roomId);
      expect(stored).toHaveLength(MISSED);
      expect(reader.timeline(roomId)!.messages).toMatchObject(stored);
    },
    LIMIT_MS,
  );
});
