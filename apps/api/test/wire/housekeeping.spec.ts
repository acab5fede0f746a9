import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Room } from '@parley/shared-types';
import { v7 as uuidv7 } from 'uuid';
import { startApi } from '../../src/app.js';
import { loadEnv } from '../../src/config/env.js';
import { AttachmentEntity } from '../../src/features/attachments/attachment.entity.js';
import { AttachmentsRepository } from '../../src/features/attachments/attachments.repository.js';
import { Housekeeping, UNPOSTED_MS } from '../../src/features/attachments/housekeeping.js';
import { BlobStore } from '../../src/infra/storage/blob-store.js';
import { Database } from '../../src/infra/database/database.js';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { callRoute } from '../rest.js';
import { Server } from '../server.js';
import { until } from '../until.js';
import { postFile, statusOf, storedIn, uploadsPicture, uploadsText } from '../uploading.js';

describe('files that nobody needs', () => {
  let server: Server;
  let ada: Person, grace: Person;
  let room: Room;
  let housekeeping: Housekeeping;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
    room = await ada.creates('group', 'housekeeping', grace);
    housekeeping = server.api.app.get(Housekeeping);
  });
  afterAll(() => server.stop());

  const sends = (who: Person, ...attachmentIds: string[]) =>
    who.asks('message:send', { roomId: room.id, clientId: randomUUID(), body: '', attachmentIds });

  it('an upload goes when nobody has posted it for a day; what was posted and what is shown stays', async () => {
    const lost = await uploadsPicture(ada);
    const posted = await uploadsPicture(ada);
    const shown = await uploadsPicture(ada);
    const uploadedBy = Date.now();
    await sends(ada, posted.id);
    await ada.calls('updateMe', { avatarAttachmentId: shown.id });
    const before = (await storedIn(server)).length;

    await housekeeping.sweep(uploadedBy + UNPOSTED_MS - 60_000);
    expect(await statusOf(ada, lost.url)).toBe(200);

    await housekeeping.sweep(uploadedBy + UNPOSTED_MS + 1);
    expect(await statusOf(ada, lost.url)).toBe(404);
    expect(await refusalOf(sends(ada, lost.id))).toBe('validation_failed');
    await until('its bytes to be gone', async () => (await storedIn(server)).length < before);
    expect(await statusOf(grace, posted.url)).toBe(200);
    expect(await statusOf(grace, shown.thumbnailUrl!)).toBe(200);
  });

  it('many go in one sweep, some at a time', async () => {
    const database = server.api.app.get(Database);
    const files = server.api.app.get(AttachmentsRepository);
    const last = await files.byId((await uploadsText(ada)).id);
    await database.write(async (tx) => {
      for (let i = 0; i < 250; i++) {
        const storageKey = randomBytes(16).toString('hex');
        await files.insert(tx, {
          ...last!,
          id: uuidv7(),
          storageKey,
          createdAt: last!.createdAt - UNPOSTED_MS,
        });
      }
    });
    const count = () => server.reader.getRepository(AttachmentEntity).countBy({ uploaderId: ada.id });
    const before = await count();

    await housekeeping.sweep(last!.createdAt + 1);

    await until('all of them to be gone', async () => (await count()) === before - 250);
    expect(await statusOf(ada, `/api/v1/files/${last!.id}/notes.txt`)).toBe(200);
  });

  it('who takes a file back has its room again, and it is gone for good', async () => {
    const bytes = () => server.api.app.get(AttachmentsRepository).bytesOf(grace.id);
    const before = await bytes();
    const file = await uploadsText(grace);
    expect(await bytes()).toBe(before + file.size);

    await grace.calls('removeUpload', { attachmentId: file.id });

    expect(await bytes()).toBe(before);
    expect(await statusOf(grace, file.url)).toBe(404);
    expect(await refusalOf(grace.calls('removeUpload', { attachmentId: file.id }))).toBe('not_found');
  });

  it('what a picture shows is said before it is posted, by whoever uploaded it', async () => {
    const { id: attachmentId } = await uploadsPicture(ada);

    const described = await ada.calls('describeUpload', { attachmentId, alt: 'a harbour at dusk' });
    expect(described.alt).toBe('a harbour at dusk');
    expect((await ada.calls('describeUpload', { attachmentId, alt: '' })).alt).toBeNull();
    await ada.calls('describeUpload', { attachmentId, alt: 'a harbour' });

    const others = { describe: grace.calls('describeUpload', { attachmentId, alt: 'x' }) };
    expect(await refusalOf(others.describe)).toBe('not_found');
    expect(await refusalOf(grace.calls('removeUpload', { attachmentId }))).toBe('not_found');
    const { attachments } = await sends(ada, attachmentId);
    expect(attachments[0]!.alt).toBe('a harbour');
    expect(await refusalOf(ada.calls('describeUpload', { attachmentId, alt: 'x' }))).toBe('conflict');
    expect(await refusalOf(ada.calls('removeUpload', { attachmentId }))).toBe('conflict');
  });

  it('how large files may be is told', async () => {
    expect(await ada.calls('uploadRules', {})).toEqual({
      maxImageBytes: 5 * 1024 * 1024,
      maxFileBytes: 25 * 1024 * 1024,
    });
  });
});

describe('a server that stops before the files of a deleted message are out of its store', () => {
  it('takes them out after its next start', async () => {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'parley-housekeeping-'));
    const env = loadEnv({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
    const store = path.join(dataDir, 'files');
    const first = await startApi(env);
    const base = `http://127.0.0.1:${first.port}`;
    const { token } = await callRoute(base, undefined, 'login', { username: 'ada' });
    const { items } = await callRoute(base, token, 'rooms', {});
    const { body } = await postFile(base, token, { name: 'notes.txt', content: 'some notes' });
    const message = await callRoute(base, token, 'postMessage', {
      roomId: items[0]!.id,
      clientId: randomUUID(),
      attachmentIds: [(body as { id: string }).id],
    });
    const blobs = first.app.get(BlobStore);
    blobs.remove = () => Promise.reject(new Error('no time left'));
    await callRoute(base, token, 'deleteMessage', { messageId: message.id });
    await first.stop();
    expect(await storedIn({ dataDir })).toHaveLength(1);

    const second = await startApi(env);
    await until(`${store} to be empty`, async () => (await storedIn({ dataDir })).length === 0);
    await second.stop();
    await rm(dataDir, { recursive: true });
  });
});
