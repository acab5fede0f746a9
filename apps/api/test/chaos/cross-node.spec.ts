import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { callRoute } from '../rest.js';
import { until } from '../until.js';
import { atEndOf } from './at-end.js';
import { cpuMsOf } from './cpu.js';
import { Device } from './device.js';
import { percentile } from './percentile.js';
import { report } from './report.js';
import { signIn, signInMany } from './sign-in.js';
import { describeTwoNodes, twoNodes } from './two-nodes.js';

const TALKERS = fileURLToPath(new URL('talkers.mjs', import.meta.url));
const PER_SECOND = 500;
const SECONDS = 4;
const SENDERS = 10;
const LIMIT_MS = 120_000;

/** How long each message took to get to a device, from the moment that it says it was said. Milliseconds. */
function timesOf(device: Device): number[] {
  const took: number[] = [];
  device.socket.on('message:created', ({ messages }) => {
    const now = performance.timeOrigin + performance.now();
    for (const { body } of messages) took.push(now - Number(body));
  });
  return took;
}

const inWords = (took: number[]): string =>
  `p50 ${percentile(took, 0.5).toFixed(1)} ms, p99 ${percentile(took, 0.99).toFixed(1)} ms`;

describeTwoNodes('what is said on one node', () => {
  it(
    `is heard on the other, at ${PER_SECOND} messages a second`,
    async () => {
      const { a, b } = await twoNodes();
      const [grace, linus] = [await signIn(b, 'grace'), await signIn(a, 'linus')];
      const people = await signInMany(a, SENDERS);
      const { id: roomId } = await callRoute(b.url, grace.token, 'createRoom', {
        kind: 'group',
        name: 'two nodes',
        memberIds: [linus, ...people].map(({ user }) => user.id),
      });
      const there = new Device(b, grace, 'grace on b', [roomId]);
      const here = new Device(a, linus, 'linus on a', [roomId]);
      await until('both to be online', () => there.isOnline && here.isOnline);
      const [tookThere, tookHere] = [timesOf(there), timesOf(here)];
      const cpuBefore = [a, b].map(({ pid }) => cpuMsOf(pid));

      const given = { url: a.url, tokens: people.map(({ token }) => token), roomId };
      const load = JSON.stringify({ ...given, perSecond: PER_SECOND, seconds: SECONDS });
      const talkers = spawn(process.execPath, [TALKERS, load], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      atEndOf('test', () => talkers.kill('SIGKILL'));
      const [outcome] = (await once(talkers, 'message')) as [{ acked: number; refused: number }];

      expect(outcome).toEqual({ acked: PER_SECOND * SECONDS, refused: 0 });
      await until('both to hear all', () =>
        [tookThere, tookHere].every(({ length }) => length >= outcome.acked),
      );
      const cpu = [a, b].map(({ pid }, i) => Math.round((cpuMsOf(pid) - cpuBefore[i]!) / SECONDS / 10));
      report(`heard on the other node: ${inWords(tookThere)} (50)`);
      report(
        `  heard on the same node: ${inWords(tookHere)}; the nodes took ${cpu.join(' and ')} % of a core`,
      );
      const { messages } = there.timeline(roomId)!;
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, i) => i + 1));
      expect(messages).toHaveLength(outcome.acked);
    },
    LIMIT_MS,
  );
});
