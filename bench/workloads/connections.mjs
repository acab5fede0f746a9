import { setTimeout as after } from 'node:timers/promises';
import { Socket } from '../client/socket.mjs';
import { inParallel } from '../load/in-parallel.mjs';

const ROOMS_EACH = 10;
const ROOM_SIZE = 50;
const SETTLE_MS = 3_000;

/** Many people who are only there, each in ten rooms; then all lose the network at once. */
export const connections = {
  name: 'connections',
  title: 'idle sockets in ten rooms',
  metrics: [
    {
      key: 'liveKbPerSocket',
      label: 'KB per idle signed-in socket',
      ratio: true,
      better: 'lower',
      bar: 2,
      aim: 1.3,
    },
    { key: 'residentKbPerSocket', label: 'resident memory per socket, KB', ratio: true },
    {
      key: 'stormMs',
      label: 'all lost at once, all back and caught up, ms',
      ratio: true,
      better: 'lower',
      bar: 3,
      aim: 1.5,
    },
    { key: 'emptyMb', label: 'resident memory without sockets, MB' },
  ],

  async measure(server, { sockets: count }) {
    const people = await peopleInRooms(server.world, count);
    // Setting up leaves a heap that new sockets would hide in.
    await server.restart();
    await after(SETTLE_MS);
    const empty = await server.memory();

    const sockets = await inParallel(people, 64, ({ auth }) => Socket.connect(server.origin, auth));
    await after(SETTLE_MS);
    const full = await server.memory();
    await inParallel(
      people,
      64,
      async (person, n) => (person.version = await versionSeenBy(sockets[n], person)),
    );

    const start = performance.now();
    sockets.forEach((socket) => socket.close());
    const back = await Promise.all(people.map((person) => comeBack(server.origin, person)));
    const stormMs = performance.now() - start;

    back.forEach((socket) => socket.close());
    return {
      liveKbPerSocket: (full.liveKb - empty.liveKb) / count,
      residentKbPerSocket: (full.residentKb - empty.residentKb) / count,
      emptyMb: empty.residentKb / 1024,
      stormMs,
    };
  },
};

/** Neighbours share all their rooms but for one: nobody's ten rooms are the same ten people. */
async function peopleInRooms(world, count) {
  const people = await world.signUp(count);
  for (let set = world.roomsOfEveryone; set < ROOMS_EACH; set++) {
    const rotated = [...people.slice(set), ...people.slice(0, set)];
    const groups = Array.from({ length: Math.ceil(count / ROOM_SIZE) }, (_, n) =>
      rotated.slice(n * ROOM_SIZE, (n + 1) * ROOM_SIZE),
    );
    await inParallel(groups, 8, async (group) => {
      const roomId = await world.openRoom(group);
      for (const person of group) person.roomId = roomId;
    });
  }
  return people;
}

const versionSeenBy = async (socket, { roomId }) =>
  (await socket.ask('room:changes', { roomId, since: 0 })).version;

/** Back means: connected, and an open room has been asked for what was missed. */
async function comeBack(origin, { auth, roomId, version }) {
  const socket = await Socket.connect(origin, auth);
  await socket.ask('room:changes', { roomId, since: version });
  return socket;
}
