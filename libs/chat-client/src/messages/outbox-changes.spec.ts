import 'fake-indexeddb/auto';
import { jest } from '@jest/globals';
import type { Message } from '@parley/shared-types';
import { openDB } from 'idb';
import { CommandFailed } from '../connection/failure.js';
import { noFiles } from '../testing/no-files.js';
import { ada } from '../testing/people.js';
import { ROOM_ID, sampleMessage } from '../testing/samples.js';
import { indexedDbOutboxStore } from './indexeddb-outbox-store.js';
import type { Entries } from './outbox-cache.js';
import type { OutboxChange, OutboxEntry } from './outbox-entry.js';
import { memoryOutboxStore, type OutboxStore } from './outbox-store.js';
import { Outbox } from './outbox.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const target = sampleMessage(1, { senderId: ada.id });
const said = (entry: OutboxEntry) =>
  [entry.action, 'body' in entry ? entry.body : 'isOn' in entry ? entry.isOn : ''].join(' ').trim();

/** One tab; what it sends waits for an answer of the test. */
const openTab = (store: OutboxStore = memoryOutboxStore()) => {
  let entries: Entries = [];
  const world = { isOnline: true };
  const sent: { entry: OutboxEntry; answer: (message: Message) => void; fail: (error: Error) => void }[] = [];
  const changed: Message[] = [];
  const refused: OutboxChange[] = [];
  const outbox = new Outbox({
    store,
    files: noFiles,
    read: () => entries,
    write: (next) => (entries = next),
    send: (entry) => new Promise((answer, fail) => sent.push({ entry, answer, fail })),
    awaits: () => false,
    changed: (message) => changed.push(message),
    refused: (change) => refused.push(change),
    isReady: () => world.isOnline,
    random: () => 0,
  });
  const actions = () => sent.map(({ entry }) => said(entry));
  return { outbox, world, sent, changed, refused, actions, entries: () => entries };
};

const settle = () => jest.advanceTimersByTimeAsync(0);
const load = async ({ outbox }: ReturnType<typeof openTab>) => {
  void outbox.load(ada.id);
  await settle();
};

test('changes to one message go out one after the other, those to others do not wait for them', async () => {
  const tab = openTab();
  await load(tab);
  tab.outbox.change(ada.id, target, { action: 'edit', body: 'other' });
  tab.outbox.change(ada.id, target, { action: 'pin', isOn: true });
  tab.outbox.change(ada.id, sampleMessage(2), { action: 'pin', isOn: false });
  expect(tab.actions()).toEqual(['edit other', 'pin false']);
  tab.sent[0]?.answer({ ...target, body: 'other' });
  await settle();
  expect(tab.actions()).toEqual(['edit other', 'pin false', 'pin true']);
  tab.outbox.stop();
});

test('a change that is stored is forgotten, and tells what the message is now', async () => {
  const tab = openTab();
  await load(tab);
  tab.outbox.change(ada.id, target, { action: 'edit', body: 'other' });
  const stored = { ...target, body: 'other', version: 9 };
  tab.sent[0]?.answer(stored);
  await settle();
  expect(tab.changed).toEqual([stored]);
  expect(tab.entries()).toEqual([]);
  tab.outbox.stop();
});

test('what was changed several times without a network is told once', async () => {
  const tab = openTab();
  tab.world.isOnline = false;
  await load(tab);
  for (const body of ['a', 'ab', 'abc']) tab.outbox.change(ada.id, target, { action: 'edit', body });
  for (const isOn of [true, false]) tab.outbox.change(ada.id, target, { action: 'react', emoji: '👍', isOn });
  tab.world.isOnline = true;
  tab.outbox.resume();
  tab.sent[0]?.answer(target);
  await settle();
  expect(tab.actions()).toEqual(['edit abc', 'react false']);
  tab.outbox.stop();
});

test('a refusal for good undoes the change and is told; others are tried again', async () => {
  const tab = openTab();
  await load(tab);
  tab.outbox.change(ada.id, target, { action: 'edit', body: 'other' });
  tab.sent[0]?.fail(new CommandFailed({ code: 'unavailable', message: '' }));
  await jest.advanceTimersByTimeAsync(1_000);
  expect(tab.actions()).toEqual(['edit other', 'edit other']);
  tab.sent[1]?.fail(new CommandFailed({ code: 'forbidden', message: 'not yours' }));
  await settle();
  expect(tab.refused).toMatchObject([{ action: 'edit', target, error: { code: 'forbidden' } }]);
  expect(tab.entries()).toEqual([]);
  tab.outbox.stop();
});

test('changes survive a reload, in their order', async () => {
  const store = memoryOutboxStore();
  const before = openTab(store);
  before.world.isOnline = false;
  await load(before);
  before.outbox.add(ada.id, ROOM_ID, 'hello');
  before.outbox.change(ada.id, target, { action: 'edit', body: 'other' });
  before.outbox.change(ada.id, sampleMessage(2), { action: 'remove' });
  before.outbox.stop();

  const after = openTab(store);
  await load(after);
  expect(after.actions()).toEqual(['send hello', 'edit other', 'remove']);
  after.outbox.stop();
});

test('a message that never went out is edited and removed where it waits', async () => {
  const tab = openTab();
  tab.world.isOnline = false;
  await load(tab);
  const kept = tab.outbox.add(ada.id, ROOM_ID, 'hello');
  const dropped = tab.outbox.add(ada.id, ROOM_ID, 'nonsense');
  tab.outbox.revise(kept, { action: 'edit', body: 'hello, grace' });
  tab.outbox.revise(dropped, { action: 'remove' });
  tab.world.isOnline = true;
  tab.outbox.resume();
  expect(tab.actions()).toEqual(['send hello, grace']);
  tab.outbox.stop();
});

test('a message that may be stored already is sent as it was, and changed when it is stored', async () => {
  const tab = openTab();
  await load(tab);
  const clientId = tab.outbox.add(ada.id, ROOM_ID, 'hello');
  tab.sent[0]?.fail(new CommandFailed({ code: 'timeout', message: '' }));
  await settle();
  tab.outbox.revise(clientId, { action: 'edit', body: 'hello, grace' });
  await jest.advanceTimersByTimeAsync(1_000);
  tab.sent[1]?.answer({ ...target, clientId, body: 'hello' });
  await settle();
  expect(tab.actions()).toEqual(['send hello', 'send hello', 'edit hello, grace']);
  tab.outbox.stop();
});

test('messages kept by the first version of the page are sent by this one', async () => {
  jest.useRealTimers();
  const name = 'test-first-version';
  const old = await openDB(name, 1, {
    upgrade: (db) => db.createObjectStore('outbox', { keyPath: 'clientId' }).createIndex('userId', 'userId'),
  });
  const entry = {
    clientId: 'one',
    userId: ada.id,
    roomId: ROOM_ID,
    body: 'hello',
    position: 1,
    owner: 'tab',
  };
  await old.put('outbox', { ...entry, createdAt: '', state: 'queued', error: null, message: null });
  old.close();
  expect(await indexedDbOutboxStore(name).entriesOf(ada.id)).toMatchObject([
    { ...entry, action: 'send', replyToId: null, threadRootId: null },
  ]);
});
