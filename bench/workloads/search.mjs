import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { Socket } from '../client/socket.mjs';
import { inParallel } from '../load/in-parallel.mjs';
import { Language } from '../load/language.mjs';
import { Latencies } from '../load/latencies.mjs';

const ROOMS = 1_000;
const VOCABULARY = 200_000;
const FEW = 3;
const MANY = 200;
const FILL_WINDOW = 1_000;
const END = 'endofthelanguage';
const LOOK_MS = 250;

const part = (word) => word.slice(1, 5);
const ranked = (first, last) => (language) => {
  const { words } = language;
  return words[first + Math.floor(language.chance() * (Math.min(last, words.length) - first))];
};
const common = ranked(0, 20);
const usual = ranked(100, 2_000);
const rare = ranked(20_000, VOCABULARY);

/** What is searched for, each time with other words. */
const KINDS = {
  'a common word': common,
  'a usual word': usual,
  'a rare word': rare,
  'a beginning of three letters': (language) => usual(language).slice(0, 3),
  'a first letter': (language) => usual(language).slice(0, 1),
  'a part of four letters': (language) => part(ranked(2_000, VOCABULARY)(language)),
  'three words': (language) => [common, common, usual].map((one) => one(language)).join(' '),
  'a phrase': (language) => `"${common(language)} ${common(language)}"`,
  'two Chinese characters': (language) => language.han() + language.han(),
  'operators and a word': (language, writer) => `from:${writer.id} before:2099-01-01 ${common(language)}`,
  'operators alone': () => 'has:link after:2020-01-01',
  'what there is not': () => `"${randomUUID()}"`,
};

const key = (kind, rooms) => `${kind}, ${rooms} rooms`;

/** Searches over REST in a server of many rooms, by somebody in a few of them and somebody in many. */
export const search = {
  name: 'search',
  title: `search, p99 in ms, pages of 20 of ${ROOMS} rooms`,
  storedOnly: true,
  /** Filling takes too long for a glance. */
  isLong: true,
  metrics: [
    ...Object.keys(KINDS).flatMap((kind) =>
      [FEW, MANY].map((rooms) => ({
        key: key(kind, rooms),
        label: key(kind, rooms),
        better: 'lower',
        bar: 50,
        aim: 20,
      })),
    ),
    { key: 'p50', label: 'p50 of all' },
    { key: 'cpuPerSearch', label: 'server CPU ms per search' },
    { key: 'messages', label: 'messages' },
    { key: 'filledPerSecond', label: 'messages/s while filling' },
    { key: 'indexedPerSecond', label: 'messages/s found, from the first sent' },
  ],

  async measure(server, { searchable, searches }) {
    const { world, origin } = server;
    const [writer, few, many] = await world.signUp(3);
    const rooms = await inParallel(Array.from({ length: ROOMS }), 16, (_, n) => {
      // Every size of room is among those of both.
      const readers = [...(n % (ROOMS / MANY) === 1 ? [many] : []), ...(n % (ROOMS / FEW) < 1 ? [few] : [])];
      return world.openRoom([writer, few, many].filter((one) => one === writer || readers.includes(one)));
    });
    const language = new Language(VOCABULARY);
    const find = finder(origin);

    const start = performance.now();
    const socket = await Socket.connect(origin, writer.auth);
    await fill(socket, rooms, language, searchable);
    const filledPerSecond = (searchable / (performance.now() - start)) * 1000;
    await fill(socket, rooms, { oneOf: nextOf(), message: () => END, chance: () => 1 }, ROOMS);
    socket.close();
    while ((await countOf(find, writer)) < ROOMS) await after(LOOK_MS);
    const indexedPerSecond = (searchable / (performance.now() - start)) * 1000;

    const all = new Latencies();
    const cpuBefore = server.cpuSeconds();
    const results = {};
    for (const [kind, question] of Object.entries(KINDS)) {
      for (const [person, count] of [
        [few, FEW],
        [many, MANY],
      ]) {
        const taken = new Latencies();
        for (let n = 0; n < searches; n++) {
          const q = question(language, writer);
          const from = performance.now();
          await find(person, { q });
          taken.add(performance.now() - from);
          all.add(performance.now() - from);
        }
        results[key(kind, count)] = taken.percentile(0.99);
      }
    }
    return {
      ...results,
      p50: all.percentile(0.5),
      cpuPerSearch: ((server.cpuSeconds() - cpuBefore) / all.count) * 1000,
      messages: searchable,
      filledPerSecond,
      indexedPerSecond,
    };
  },
};

/** Sends through the server itself: what is found later was written as it always is. */
function fill(socket, rooms, language, count) {
  return new Promise((resolve, reject) => {
    let sent = 0;
    let acked = 0;
    const send = () => {
      if (sent++ >= count) return;
      const link = language.chance() < 0.02 ? ' https://example.org' : '';
      const draft = {
        roomId: language.oneOf(rooms),
        clientId: randomUUID(),
        body: language.message() + link,
      };
      socket.command('message:send', JSON.stringify(draft), (ok, text) => {
        if (!ok) return reject(new Error(text()));
        if (++acked === count) return resolve();
        send();
      });
    };
    for (let n = 0; n < FILL_WINDOW; n++) send();
  });
}

const nextOf = () => {
  let at = 0;
  return (items) => items[at++];
};

const finder = (origin) => async (person, query) => {
  const response = await fetch(`${origin}/api/v1/search?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${person.auth.token}` },
  });
  if (!response.ok) throw new Error(`search: ${response.status} ${await response.text()}`);
  return response.json();
};

/** How many rooms can be searched to their end. */
async function countOf(find, person) {
  let count = 0;
  for (let cursor = ''; cursor !== null;) {
    const page = await find(person, { q: END, limit: 50, ...(cursor && { cursor }) });
    count += page.items.length;
    cursor = page.nextCursor;
  }
  return count;
}
