import { setTimeout as after } from 'node:timers/promises';
import { Socket } from '../client/socket.mjs';
import { inParallel } from '../load/in-parallel.mjs';
import { Latencies } from '../load/latencies.mjs';
import { messagePayload } from '../load/message.mjs';
import { pace } from '../load/pace.mjs';
import { until } from '../load/until.mjs';

const PAIRS = 100;
const WINDOW = 10;
const CALM_PER_SECOND = 200;
const SETTLE_MS = 1_500;

/** A hundred direct rooms, both people connected, one of them writing. */
export const pairs = {
  name: 'pairs',
  title: `${PAIRS} direct rooms`,
  metrics: [
    { key: 'ackedPerSecond', label: 'acked messages/s', ratio: true, better: 'higher', bar: 0.25, aim: 0.6 },
    { key: 'cpuPerThousand', label: 'server CPU s per 1,000 messages', ratio: true },
    { key: 'calmP50', label: `ack p50 at ${CALM_PER_SECOND}/s, ms`, better: 'lower', bar: 5, aim: 2 },
    { key: 'calmP99', label: `ack p99 at ${CALM_PER_SECOND}/s, ms`, better: 'lower', bar: 25, aim: 10 },
  ],

  async measure(server, { seconds }) {
    const { senders, sockets } = await connectPairs(server);
    await after(SETTLE_MS);

    const calm = await calmly(senders, seconds);
    await saturate(senders, 1);
    const cpuBefore = server.cpuSeconds();
    const acked = await saturate(senders, seconds);
    const cpu = server.cpuSeconds() - cpuBefore;

    sockets.forEach((socket) => socket.close());
    return {
      ackedPerSecond: acked / seconds,
      cpuPerThousand: (cpu / acked) * 1000,
      calmP50: calm.percentile(0.5),
      calmP99: calm.percentile(0.99),
    };
  },
};

async function connectPairs({ world, origin }) {
  const people = await world.signUp(PAIRS * 2);
  const both = Array.from({ length: PAIRS }, (_, n) => [people[2 * n], people[2 * n + 1]]);
  const rooms = await inParallel(both, 16, (pair) => world.openRoom(pair));
  const sockets = await inParallel(people, 16, ({ auth }) => Socket.connect(origin, auth));
  return { sockets, senders: rooms.map((roomId, n) => ({ roomId, socket: sockets[2 * n] })) };
}

/** Ack latency at a rate that leaves any server idle most of the time. */
async function calmly(senders, seconds) {
  const latencies = new Latencies();
  let open = 0;
  await pace({
    perSecond: CALM_PER_SECOND,
    seconds,
    due: (n, scheduledAt) => {
      const { socket, roomId } = senders[n % senders.length];
      open++;
      socket.command('message:send', messagePayload(roomId), (ok, text) => {
        open--;
        if (!ok) throw new Error(text());
        latencies.add(performance.now() - scheduledAt);
      });
    },
  });
  if (!(await until(() => open === 0, 10_000))) throw new Error(`${open} messages were never acked.`);
  return latencies;
}

/** Keeps WINDOW messages of each sender under way; counts those acked within the time. */
async function saturate(senders, seconds) {
  let acked = 0;
  let open = 0;
  let running = true;
  const send = ({ socket, roomId }) => {
    open++;
    socket.command('message:send', messagePayload(roomId), (ok, text) => {
      open--;
      if (!ok) throw new Error(text());
      if (!running) return;
      acked++;
      send({ socket, roomId });
    });
  };

  for (const sender of senders) for (let n = 0; n < WINDOW; n++) send(sender);
  await after(seconds * 1000);
  running = false;
  if (!(await until(() => open === 0, 10_000))) throw new Error(`${open} messages were never acked.`);
  return acked;
}
