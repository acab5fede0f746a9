import { setTimeout as after } from 'node:timers/promises';
import { Socket } from '../client/socket.mjs';
import { inParallel } from '../load/in-parallel.mjs';
import { messagePayload } from '../load/message.mjs';
import { pace } from '../load/pace.mjs';
import { until } from '../load/until.mjs';
import { Deliveries } from './deliveries.mjs';

const MEMBERS = 500;
const SENDERS = 20;
const CALM_PER_SECOND = 20;
const PROMPT_MS = 250;
const LOWEST_PER_SECOND = 100;
const SETTLE_MS = 2_000;

/** One room of five hundred, all connected; twenty of them write. */
export const fanOut = {
  name: 'fan-out',
  title: `room of ${MEMBERS}`,
  metrics: [
    {
      key: 'cpuPerHundredThousand',
      label: `server CPU s per 100,000 deliveries at ${CALM_PER_SECOND}/s`,
      ratio: true,
      better: 'lower',
      bar: 1.3,
      aim: 1,
    },
    {
      key: 'deliveriesPerSecond',
      label: `deliveries/s at p99 < ${PROMPT_MS} ms`,
      ratio: true,
      better: 'higher',
      bar: 2,
      aim: 8,
    },
    { key: 'calmP99', label: `delivery p99 at ${CALM_PER_SECOND}/s, ms`, ratio: true },
    { key: 'loadBusy', label: 'share of its core the load needed at most' },
  ],

  async measure(server, { seconds, steps }) {
    const room = await connectRoom(server);
    await after(SETTLE_MS);

    await offer(room, CALM_PER_SECOND, 1);
    const cpuBefore = server.cpuSeconds();
    const calm = await offer(room, CALM_PER_SECOND, seconds * 2);
    const cpu = server.cpuSeconds() - cpuBefore;
    const most = await saturate(room, seconds / 2, steps);

    room.sockets.forEach((socket) => socket.close());
    return {
      cpuPerHundredThousand: (cpu / calm.deliveries) * 100_000,
      deliveriesPerSecond: most.perSecond,
      calmP99: calm.p99,
      loadBusy: most.loadBusy,
    };
  },
};

async function connectRoom({ world, origin }) {
  const people = await world.signUp(MEMBERS);
  const roomId = await world.openRoom(people);
  const deliveries = new Deliveries(MEMBERS);
  const sockets = await inParallel(people, 32, ({ auth }, receiver) =>
    Socket.connect(origin, auth, (buffer, start, end) => deliveries.heard(receiver, buffer, start, end)),
  );
  return { roomId, sockets, deliveries };
}

/** Sends at a steady rate and waits until everybody has heard everything. */
async function offer({ roomId, sockets, deliveries }, perSecond, seconds) {
  deliveries.restart();
  const start = performance.now();
  const busy = process.cpuUsage();
  await pace({
    perSecond,
    seconds,
    due: (n, scheduledAt) => {
      const payload = messagePayload(roomId, deliveries.announce(scheduledAt));
      sockets[n % SENDERS].command('message:send', payload, (ok, text) => {
        if (!ok) throw new Error(text());
      });
    },
  });
  if (!(await until(() => deliveries.complete, 30_000))) throw new Error('Some deliveries never came.');

  const { user, system } = process.cpuUsage(busy);
  const tookMs = deliveries.lastAt - start;
  return {
    deliveries: deliveries.count,
    perSecond: (deliveries.count / tookMs) * 1000,
    p99: deliveries.latencies.percentile(0.99),
    loadBusy: (user + system) / 1000 / tookMs,
  };
}

/** Doubles the rate until the room is no longer prompt, then closes in between the last two. */
async function saturate(room, seconds, steps) {
  let best = { perSecond: 0, loadBusy: 0 };
  let low = LOWEST_PER_SECOND / 2;
  let high = Infinity;
  for (let closingIn = 0; closingIn < steps;) {
    const rate = high === Infinity ? low * 2 : Math.sqrt(low * high);
    const step = await offer(room, rate, seconds);
    const isPrompt = step.p99 < PROMPT_MS;
    if (isPrompt) low = rate;
    else high = rate;
    if (best.perSecond === 0 && !isPrompt) low /= 2;
    if (isPrompt && step.perSecond > best.perSecond) best = step;
    if (high !== Infinity) closingIn++;
    await after(200);
  }
  return best;
}
