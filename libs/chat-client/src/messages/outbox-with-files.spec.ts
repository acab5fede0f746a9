import 'fake-indexeddb/auto';
import type { Attachment, Message } from '@parley/shared-types';
import { attachmentIdsOf, type OutboxFile } from '../attachments/outbox-file.js';
import { CommandFailed } from '../connection/failure.js';
import { sampleAttachment, sampleFile } from '../testing/files.js';
import { ada } from '../testing/people.js';
import { ROOM_ID, sampleMessage } from '../testing/samples.js';
import { indexedDbOutboxStore } from './indexeddb-outbox-store.js';
import type { Entries } from './outbox-cache.js';
import type { OutboxMessage } from './outbox-entry.js';
import type { OutboxStore } from './outbox-store.js';
import { Outbox } from './outbox.js';
import { sendEntry } from './send-entry.js';

let databases = 0;
const freshStore = () => indexedDbOutboxStore(`test-files-${databases++}`);

const until = async (isDone: () => boolean | Promise<boolean>) => {
  while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, 1));
};

/** One tab; its files go up when the test says so, its messages are stored at once unless `send` says otherwise. */
const openTab = (store: OutboxStore, send?: () => Promise<Message>) => {
  let entries: Entries = [];
  const sent: { body: string; attachmentIds: string[] | undefined }[] = [];
  const files = new Map<
    string,
    { file: OutboxFile; stored: (attachment: Attachment) => void; refused: (error: unknown) => void }
  >();
  const dropped: [files: string[], arePosted: boolean][] = [];
  let notKept = 0;
  const outbox = new Outbox({
    store,
    files: {
      upload: (file) => new Promise((stored, refused) => files.set(file.fileId, { file, stored, refused })),
      drop: (list, arePosted) => dropped.push([list.map(({ fileId }) => fileId), arePosted]),
      notKept: () => (notKept += 1),
    },
    read: () => entries,
    write: (changed) => (entries = changed),
    send: (entry) => {
      void sendEntry(
        { emit: (_, payload) => (sent.push(payload as never), new Promise(() => undefined)) },
        entry,
      );
      const { clientId, userId, body } = entry as OutboxMessage;
      return send?.() ?? Promise.resolve(sampleMessage(sent.length, { clientId, senderId: userId, body }));
    },
    changed: () => undefined,
    refused: () => undefined,
    awaits: () => false,
    isReady: () => true,
    random: () => 0,
  });
  return { outbox, sent, files, dropped, entries: () => entries, notKept: () => notKept };
};

const withFiles = (outbox: Outbox, body: string, numbers: number[], threadRootId: string | null = null) =>
  outbox.add(
    ada.id,
    ROOM_ID,
    body,
    { replyToId: null, threadRootId },
    numbers.map((number) => sampleFile(number)),
  );

test('a message goes out when all its files are up, with these in the order in which they were chosen', async () => {
  const { outbox, sent, files, dropped, entries } = openTab(freshStore());
  await outbox.load(ada.id);
  withFiles(outbox, '', [1, 2]);
  files.get('file-2')?.stored(sampleAttachment(2));
  await until(() => attachmentIdsOf(entries()[0] as OutboxMessage).length === 1);
  expect(sent).toEqual([]);
  files.get('file-1')?.stored(sampleAttachment(1));
  await until(() => sent.length === 1 && dropped.length === 1);
  expect(sent[0]).toMatchObject({
    body: '',
    attachmentIds: [sampleAttachment(1).id, sampleAttachment(2).id],
  });
  expect(dropped).toEqual([[['file-1', 'file-2'], true]]);
  outbox.stop();
});

test('what is written after it waits for it in the same conversation, and nowhere else', async () => {
  const { outbox, sent, files } = openTab(freshStore());
  await outbox.load(ada.id);
  withFiles(outbox, 'a picture', [1]);
  outbox.add(ada.id, ROOM_ID, 'do you see it?');
  outbox.add(ada.id, ROOM_ID, 'in a thread', { replyToId: null, threadRootId: 'root' });
  outbox.add(ada.id, 'elsewhere', 'in another room');
  await until(() => sent.length === 2);
  expect(sent.map(({ body }) => body)).toEqual(['in a thread', 'in another room']);
  files.get('file-1')?.stored(sampleAttachment(1));
  await until(() => sent.length === 4);
  expect(sent.slice(2).map(({ body }) => body)).toEqual(['a picture', 'do you see it?']);
  outbox.stop();
});

test('a refused file fails its message, which holds up no other and can be tried again', async () => {
  const { outbox, sent, files, entries } = openTab(freshStore());
  await outbox.load(ada.id);
  const clientId = withFiles(outbox, 'a picture', [1]);
  outbox.add(ada.id, ROOM_ID, 'next');
  files.get('file-1')?.refused(new CommandFailed({ code: 'payload_too_large', message: 'Too large.' }));
  await until(() => sent.length === 1);
  expect(entries()).toMatchObject([{ clientId, state: 'failed', error: { code: 'payload_too_large' } }]);

  files.clear();
  outbox.retry(clientId);
  files.get('file-1')?.stored(sampleAttachment(1));
  await until(() => sent.length === 2);
  expect(sent[1]).toMatchObject({ body: 'a picture', attachmentIds: [sampleAttachment(1).id] });
  outbox.stop();
});

test('a message that is taken back takes its files back, and holds up nothing any more', async () => {
  const { outbox, sent, dropped, entries } = openTab(freshStore());
  await outbox.load(ada.id);
  const clientId = withFiles(outbox, '', [1]);
  outbox.add(ada.id, ROOM_ID, 'next');
  outbox.discard(clientId);
  expect(dropped).toEqual([[['file-1'], false]]);
  await until(() => entries().length === 0);
  expect(sent.map(({ body }) => body)).toEqual(['next']);
  outbox.stop();
});

test('files outlive a reload with their message, and leave with it', async () => {
  const store = freshStore();
  const before = openTab(store);
  await before.outbox.load(ada.id);
  withFiles(before.outbox, 'kept', [1]);
  await until(async () => (await store.entriesOf(ada.id)).length === 1);
  before.outbox.stop();

  const after = openTab(store);
  await after.outbox.load(ada.id);
  const kept = after.files.get('file-1')?.file;
  expect(await kept?.blob?.text()).toBe('text');
  after.files.get('file-1')?.stored(sampleAttachment(1));
  await until(() => after.sent.length === 1);
  await until(async () => (await store.entriesOf(ada.id)).length === 0);
  after.outbox.stop();
});

test('a device that keeps messages but no files says so, and sends them all the same', async () => {
  const store = freshStore();
  const { outbox, sent, files, notKept } = openTab({
    ...store,
    put: (entries) =>
      entries.some((entry) => entry.action === 'send' && entry.files?.some(({ blob }) => blob))
        ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
        : store.put(entries),
  });
  await outbox.load(ada.id);
  withFiles(outbox, 'a picture', [1]);
  await until(() => notKept() === 1);
  expect(await store.entriesOf(ada.id)).toMatchObject([{ body: 'a picture', files: [{ blob: null }] }]);
  files.get('file-1')?.stored(sampleAttachment(1));
  await until(() => sent.length === 1);
  outbox.stop();
});

test('files that the server has removed meanwhile go up once more when the message is tried again', async () => {
  let isGone = true;
  const { outbox, files, entries } = openTab(freshStore(), () =>
    isGone
      ? Promise.reject(new CommandFailed({ code: 'validation_failed', message: 'gone' }))
      : Promise.resolve(sampleMessage(1, { clientId, senderId: ada.id })),
  );
  await outbox.load(ada.id);
  const clientId = withFiles(outbox, '', [1]);
  files.get('file-1')?.stored(sampleAttachment(1));
  await until(() => entries()[0]?.state === 'failed');

  isGone = false;
  files.clear();
  outbox.retry(clientId);
  files.get('file-1')?.stored(sampleAttachment(2));
  await until(() => entries().length === 0);
  outbox.stop();
});
