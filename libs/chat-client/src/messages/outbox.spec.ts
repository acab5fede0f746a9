import 'fake-indexeddb/auto';
import { jest } from '@jest/globals';
import type { Message } from '@parley/shared-types';
import { CommandFailed } from '../connection/failure.js';
import { noFiles } from '../testing/no-files.js';
import { ada, grace } from '../testing/people.js';
import { seededRandom } from '../testing/random.js';
import { ROOM_ID, sampleMessage } from '../testing/samples.js';
import { indexedDbOutboxStore } from './indexeddb-outbox-store.js';
import type { Entries } from './outbox-cache.js';
import type { OutboxEntry, OutboxMessage } from './outbox-entry.js';
import { memoryOutboxStore, type OutboxStore } from './outbox-store.js';
import { Outbox } from './outbox.js';

afterEach(() => jest.useRealTimers());

let databases = 0;
const freshStore = () => indexedDbOutboxStore(`test-${databases++}`);

/** Long enough for IndexedDB to have done what it was asked. */
const rest = (ms = 20) => new Promise((resolve) => setTimeout(resolve, ms));

const until = async (isDone: () => boolean) => {
  while (!isDone()) await rest(1);
};

/** One tab with an outbox; `stored` is what the server keeps, once per client id. */
const openTab = (store: OutboxStore, send: (entry: OutboxMessage) => Promise<Message>) => {
  let entries: Entries = [];
  const tab = { isOnline: true, entries: () => entries, states: () => entries.map(({ state }) => state) };
  const outbox = new Outbox({
    store,
    files: noFiles,
    read: () => entries,
    write: (changed) => (entries = changed),
    send: (entry) => send(entry as OutboxMessage),
    changed: () => undefined,
    refused: () => undefined,
    awaits: () => false,
    isReady: () => tab.isOnline,
    random: () => 0,
  });
  return { ...tab, tab, outbox };
};

const server = () => {
  const stored: OutboxMessage[] = [];
  const store = (entry: OutboxMessage): Message => {
    const index = stored.findIndex((known) => known.clientId === entry.clientId);
    if (index < 0) stored.push(entry);
    const seq = index < 0 ? stored.length : index + 1;
    return sampleMessage(seq, { clientId: entry.clientId, senderId: entry.userId, body: entry.body });
  };
  return { stored, store, bodies: () => stored.map((entry) => entry.body) };
};

const failed = (code: 'unavailable' | 'forbidden' | 'timeout' | 'rate_limited', retryAfterMs?: number) =>
  new CommandFailed({ code, message: code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });

test('a message is in the outbox as soon as it was sent', async () => {
  const { outbox, entries } = openTab(freshStore(), () => new Promise(() => undefined));
  const clientId = outbox.add(ada.id, ROOM_ID, 'hello');
  expect(entries()).toMatchObject([{ clientId, body: 'hello', state: 'queued' }]);
  await outbox.load(ada.id);
  expect(entries()).toMatchObject([{ state: 'sending' }]);
  outbox.stop();
});

test('ten messages written offline arrive once each and in order after a reload', async () => {
  const store = freshStore();
  const { stored, store: keep, bodies } = server();
  const before = openTab(store, async (entry) => keep(entry));
  before.tab.isOnline = false;
  await before.outbox.load(ada.id);
  for (let number = 0; number < 10; number += 1) before.outbox.add(ada.id, ROOM_ID, `message ${number}`);
  await rest();
  before.outbox.stop();

  const after = openTab(store, async (entry) => keep(entry));
  await after.outbox.load(ada.id);
  await until(() => stored.length === 10 && after.entries().length === 0);
  expect(bodies()).toEqual(Array.from({ length: 10 }, (_, number) => `message ${number}`));
  await rest();
  expect(await store.entriesOf(ada.id)).toEqual([]);
  after.outbox.stop();
});

test('nothing of one person is sent or shown for another', async () => {
  const store = freshStore();
  const first = openTab(store, () => Promise.reject(failed('unavailable')));
  await first.outbox.load(ada.id);
  first.outbox.add(ada.id, ROOM_ID, 'a secret of ada');
  await rest();
  first.outbox.stop();

  const sent: OutboxEntry[] = [];
  const second = openTab(store, async (entry) => (sent.push(entry), sampleMessage(1)));
  await second.outbox.load(grace.id);
  await rest();
  expect(sent).toEqual([]);
  expect(second.entries()).toEqual([]);
  expect(await store.entriesOf(ada.id)).toHaveLength(1);
  second.outbox.stop();
});

const storm = async (seed: number) => {
  const random = seededRandom(seed);
  const { stored, store, bodies } = server();
  let connection = 0;
  const lose = () => {
    connection += 1;
    tab.isOnline = false;
    setTimeout(() => {
      tab.isOnline = true;
      outbox.resume();
    }, 200);
  };
  const { tab, outbox, entries } = openTab(memoryOutboxStore(), (entry) => {
    if (random.chance(0.1)) lose();
    if (!tab.isOnline) return Promise.reject(failed('unavailable'));
    const mine = connection;
    const message = store(entry);
    return new Promise((resolve, reject) => {
      const arrive = () => (mine === connection ? resolve(message) : reject(failed('unavailable')));
      setTimeout(arrive, random.below(50));
      if (random.chance(0.1)) reject(failed('timeout'));
    });
  });

  const loaded = outbox.load(ada.id);
  await jest.advanceTimersByTimeAsync(0);
  await loaded;
  for (let number = 0; number < 40; number += 1) {
    outbox.add(ada.id, ROOM_ID, `message ${number}`);
    await jest.advanceTimersByTimeAsync(random.below(30));
  }
  await jest.advanceTimersByTimeAsync(120_000);
  outbox.stop();
  return { bodies: bodies(), left: entries(), times: stored.length };
};

test('lost acks and lost connections cost neither a message nor the order, a hundred times', async () => {
  jest.useFakeTimers();
  const bodies = Array.from({ length: 40 }, (_, number) => `message ${number}`);
  for (let seed = 0; seed < 100; seed += 1) {
    expect({ seed, ...(await storm(seed)) }).toEqual({ seed, bodies, left: [], times: 40 });
  }
}, 60_000);

test('a refusal for good is shown, does not hold up the others, and waits for a retry', async () => {
  let isAllowed = false;
  const { store, bodies } = server();
  const { outbox, entries } = openTab(freshStore(), async (entry) => {
    if (entry.body === 'forbidden' && !isAllowed) throw failed('forbidden');
    return store(entry);
  });
  await outbox.load(ada.id);
  const clientId = outbox.add(ada.id, ROOM_ID, 'forbidden');
  outbox.add(ada.id, ROOM_ID, 'allowed');
  await until(() => bodies().length === 1);
  expect(entries()).toMatchObject([{ clientId, state: 'failed', error: { code: 'forbidden' } }]);

  isAllowed = true;
  outbox.retry(clientId);
  await until(() => entries().length === 0);
  expect(bodies()).toEqual(['allowed', 'forbidden']);
  outbox.stop();
});

test('a failed message survives a reload as failed and can be deleted', async () => {
  const store = freshStore();
  const before = openTab(store, () => Promise.reject(failed('forbidden')));
  await before.outbox.load(ada.id);
  const clientId = before.outbox.add(ada.id, ROOM_ID, 'hello');
  await until(() => before.states()[0] === 'failed');
  await rest();
  before.outbox.stop();

  const after = openTab(store, () => Promise.reject(failed('forbidden')));
  await after.outbox.load(ada.id);
  expect(after.entries()).toMatchObject([{ clientId, state: 'failed' }]);
  after.outbox.discard(clientId);
  await rest();
  expect(await store.entriesOf(ada.id)).toEqual([]);
  after.outbox.stop();
});

test('a message that the server asked to hold back goes out when it said', async () => {
  jest.useFakeTimers();
  const attempts: number[] = [];
  const { store } = server();
  const { outbox } = openTab(memoryOutboxStore(), async (entry) => {
    attempts.push(Date.now());
    if (attempts.length === 1) throw failed('rate_limited', 5_000);
    return store(entry);
  });
  const loaded = outbox.load(ada.id);
  await jest.advanceTimersByTimeAsync(0);
  await loaded;
  const start = Date.now();
  outbox.add(ada.id, ROOM_ID, 'hello');
  await jest.advanceTimersByTimeAsync(10_000);
  expect(attempts).toEqual([start, start + 5_000]);
  outbox.stop();
});

test('a message written while an earlier one waits does not overtake it', async () => {
  jest.useFakeTimers();
  let isBusy = true;
  const { store, bodies } = server();
  const { outbox } = openTab(memoryOutboxStore(), async (entry) => {
    if (isBusy) throw failed('rate_limited', 5_000);
    return store(entry);
  });
  const loaded = outbox.load(ada.id);
  await jest.advanceTimersByTimeAsync(0);
  await loaded;
  outbox.add(ada.id, ROOM_ID, 'first');
  await jest.advanceTimersByTimeAsync(1_000);
  isBusy = false;
  outbox.add(ada.id, ROOM_ID, 'second');
  await jest.advanceTimersByTimeAsync(1_000);
  expect(bodies()).toEqual([]);
  await jest.advanceTimersByTimeAsync(3_000);
  expect(bodies()).toEqual(['first', 'second']);
  outbox.stop();
});

test('a message is sent although the store refuses to keep it', async () => {
  const refuse = () => Promise.reject(new Error('no space'));
  const { store, bodies } = server();
  const { outbox } = openTab({ entriesOf: refuse, put: refuse, remove: refuse }, async (entry) =>
    store(entry),
  );
  await outbox.load(ada.id);
  outbox.add(ada.id, ROOM_ID, 'hello');
  await until(() => bodies().length === 1);
  outbox.stop();
});
