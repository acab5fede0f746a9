import { setTimeout as after } from 'node:timers/promises';
import { Socket } from '../client/socket.mjs';
import { Latencies } from '../load/latencies.mjs';
import { messagePayload } from '../load/message.mjs';

const PAGE = 50;
const SMALL_ROOM = 10_000;
const AT_ONCE = 8;
const FILL_WINDOW = 1_000;

/** Pages of history over one connection, the latest and any older one, in a small room and in a large one. */
export const history = {
  name: 'history',
  title: `history pages of ${PAGE}`,
  storedOnly: true,
  metrics: [
    { key: 'pagesPerSecond', label: 'pages/s on one connection', better: 'higher', bar: 1000, aim: 3000 },
    {
      key: 'p99LargeToSmall',
      label: 'p99 in the large room ÷ in the small',
      better: 'lower',
      bar: 1.3,
      aim: 1,
    },
    { key: 'latestP50', label: 'latest page p50, large room, ms' },
    { key: 'deepP50', label: 'deep page p50, large room, ms' },
    { key: 'deepP99', label: 'deep page p99, large room, ms' },
    { key: 'fillPerSecond', label: 'messages/s while filling the large room' },
  ],

  async measure({ world, origin }, { seconds, largeRoom, pages }) {
    const [reader, one, other] = await world.signUp(3);
    const small = { id: await world.openRoom([reader, one]), size: SMALL_ROOM };
    const large = { id: await world.openRoom([reader, other]), size: largeRoom };
    const socket = await Socket.connect(origin, reader.auth);
    await fill(socket, small);
    const started = performance.now();
    await fill(socket, large);
    const fillPerSecond = (large.size / (performance.now() - started)) * 1000;

    const inSmall = { latest: new Latencies(), deep: new Latencies() };
    const inLarge = { latest: new Latencies(), deep: new Latencies() };
    await alternate(socket, small, large, { latest: new Latencies(), deep: new Latencies() }, inLarge, 50);
    inLarge.latest = new Latencies();
    inLarge.deep = new Latencies();
    await alternate(socket, small, large, inSmall, inLarge, pages);
    const pagesPerSecond = await saturate(socket, large, seconds);

    socket.close();
    const worst = (room) => Math.max(room.latest.percentile(0.99), room.deep.percentile(0.99));
    return {
      pagesPerSecond,
      p99LargeToSmall: worst(inLarge) / worst(inSmall),
      latestP50: inLarge.latest.percentile(0.5),
      deepP50: inLarge.deep.percentile(0.5),
      deepP99: inLarge.deep.percentile(0.99),
      fillPerSecond,
    };
  },
};

/** Sends through the server itself: what is read later was written as it always is. */
function fill(socket, { id, size }) {
  return new Promise((resolve, reject) => {
    let sent = 0;
    let acked = 0;
    const send = () => {
      if (sent++ >= size) return;
      socket.command('message:send', messagePayload(id), (ok, text) => {
        if (!ok) return reject(new Error(text()));
        if (++acked === size) return resolve();
        send();
      });
    };
    for (let n = 0; n < FILL_WINDOW; n++) send();
  });
}

/** Asks for one page at a time, in both rooms in turn, so that both meet the same machine. */
async function alternate(socket, small, large, inSmall, inLarge, pages) {
  await after(500);
  for (let n = 0; n < pages; n++) {
    for (const [room, taken] of [
      [small, inSmall],
      [large, inLarge],
    ]) {
      taken.latest.add(await timed(() => page(socket, room)));
      taken.deep.add(await timed(() => page(socket, room, anywhere(room))));
    }
  }
}

async function saturate(socket, room, seconds) {
  const end = performance.now() + seconds * 1000;
  let answered = 0;
  const lane = async () => {
    while (performance.now() < end) {
      await page(socket, room, answered % 2 === 0 ? undefined : anywhere(room));
      answered++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return answered / seconds;
}

const anywhere = ({ size }) => PAGE + 1 + Math.floor(Math.random() * (size - PAGE));

const timed = async (work) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** The answer is not decoded: that would be the load's time, not the server's. */
const page = (socket, { id }, before) =>
  new Promise((resolve, reject) => {
    const query = before === undefined ? '' : `,"before":${before}`;
    socket.command('room:history', `{"roomId":"${id}","limit":${PAGE}${query}}`, (ok, text) =>
      ok ? resolve() : reject(new Error(text())),
    );
  });
