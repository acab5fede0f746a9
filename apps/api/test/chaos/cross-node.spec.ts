import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { callRoute } from '../rest.js';
import { until } from '../until.js';
import { Device } from './device.js';
import { report } from './report.js';
import { signIn, signInMany } from './sign-in.js';
import { describeTwoNodes, twoNodes } from './two-nodes.js';

const PER_SECOND = 500;
const SECONDS = 4;
const SENDERS = 10;
const LIMIT_MS = 120_000;

describeTwoNodes('what is said on one node', () => {
  it(
    `is heard on the other, at ${PER_SECOND} messages a second`,
    async () => {
      const { a, b } = await twoNodes();
      const grace = await signIn(b, 'grace');
      const people = await signInMany(a, SENDERS);
      const { id: roomId } = await callRoute(b.url, grace.token, 'createRoom', {
        kind: 'group',
        name: 'two nodes',
        memberIds: people.map(({ user }) => user.id),
      });
      const listener = new Device(b, grace, 'grace on b', [roomId]);
      const writers = people.map((person) => new Device(a, person, person.user.username, []));
      await until('all to be online', () => [listener, ...writers].every((device) => device.isOnline));

      const sentAt = new Map<string, number>();
      const took: number[] = [];
      listener.socket.on('message:created', ({ messages }) => {
        for (const { clientId } of messages) took.push(performance.now() - sentAt.get(clientId)!);
      });
      const acks: Promise<{ ok: boolean }>[] = [];
      const from = performance.now();
      for (let sent = 0; sent < PER_SECOND * SECONDS; sent++) {
        const clientId = randomUUID();
        sentAt.set(clientId, performance.now());
        const draft = { roomId, clientId, body: `message ${sent}` };
        acks.push(writers[sent % SENDERS]!.socket.emitWithAck('message:send', draft));
        const ahead = ((sent + 1) * 1_000) / PER_SECOND - (performance.now() - from);
        if (ahead > 1) await delay(ahead);
      }

      expect((await Promise.all(acks)).filter(({ ok }) => !ok)).toEqual([]);
      await until('the other node to hear all', () => took.length >= sentAt.size);
      took.sort((one, other) => one - other);
      const at = (share: number) => took[Math.floor(took.length * share)]!.toFixed(1);
      report(`heard on the other node: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (50)`);
      const { messages } = listener.timeline(roomId)!;
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, i) => i + 1));
      expect(messages).toHaveLength(sentAt.size);
    },
    LIMIT_MS,
  );
});
