import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { query } from '../migrating.js';
import { callRoute } from '../rest.js';
import { until } from '../until.js';
import { atEndOf } from './at-end.js';
import { Device } from './device.js';
import { MemoryWatch } from './memory.js';
import { percentile } from './percentile.js';
import { report } from './report.js';
import { signIn, type Session } from './sign-in.js';
import { steadily } from './steadily.js';
import { describeTwoNodes, twoNodes } from './two-nodes.js';

const CLIENT = fileURLToPath(new URL('./mute-client.mjs', import.meta.url));

/** Long ones, so that what the system itself keeps for a client is soon full, and few, so that who reads keeps up. */
const LENGTH = 60_000;
const PER_SECOND = 25;
const WORD = 'x'.repeat(LENGTH);
const LIMIT_MS = 120_000;

describeTwoNodes('R12 · a client that stops reading', () => {
  it(
    'is cut off before much is kept for it, and the others do not notice',
    async () => {
      const { a, b, databaseUrl } = await twoNodes({
        settings: { MAX_MESSAGE_LENGTH: String(LENGTH) },
      });
      const [ada, grace, linus] = [
        await signIn(a, 'ada'),
        await signIn(b, 'grace'),
        await signIn(b, 'linus'),
      ];
      const { id: roomId } = await callRoute(a.url, ada.token, 'createRoom', {
        kind: 'group',
        name: 'loud',
        memberIds: [grace.user.id, linus.user.id],
      });
      const reader = new Device(b, linus, 'linus', [roomId]);
      await until('linus to be online', () => reader.isOnline);
      const stopped = await mute(b.url, grace);
      const isThere = async () =>
        (await query(databaseUrl, `SELECT id FROM connections WHERE user_id = '${grace.user.id}'`)).length >
        0;
      await until('grace to be there', isThere);

      const took: number[] = [];
      const say = async (i: number) => {
        const from = performance.now();
        const draft = { roomId, clientId: randomUUID(), body: `${i} ${WORD}`.slice(0, LENGTH) };
        await callRoute(a.url, ada.token, 'postMessage', draft);
        took.push(performance.now() - from);
      };
      const talk = steadily(PER_SECOND, say);
      await until('a second of talk', () => took.length > PER_SECOND);
      const usually = percentile(took.splice(0), 0.99);
      const memory = new MemoryWatch(b.pid);
      const stoppedAt = performance.now();
      stopped.kill('SIGSTOP');
      await until('grace to be cut off', async () => !(await isThere()));
      const ms = Math.round(performance.now() - stoppedAt);
      const kept = Math.round(memory.stop() / 1_000_000);
      const meanwhile = percentile(took.splice(0), 0.99);
      const said = await talk.stop();

      report(`cut off after ${ms} ms (45,000), memory of its node up ${kept} MB`);
      report(`  others' acks: p99 ${meanwhile.toFixed(1)} ms, ${usually.toFixed(1)} ms before`);
      await until('linus to hear all', () => reader.timeline(roomId)!.messages.length === said.length);
      expect(reader.connections).toBe(1);
    },
    LIMIT_MS,
  );
});

/** A client in a process of its own, once it is connected. */
async function mute(url: string, { token }: Session) {
  const client = spawn(process.execPath, [CLIENT, url, token], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  atEndOf('test', () => client.kill('SIGKILL'));
  await once(client, 'message');
  return client;
}
