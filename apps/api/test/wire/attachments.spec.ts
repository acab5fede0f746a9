import { randomUUID } from 'node:crypto';
import { MAX_ATTACHMENTS_PER_MESSAGE, type Message, type Room } from '@parley/shared-types';
import { BlobStore } from '../../src/infra/storage/blob-store.js';
import { failingCommits } from '../failing-commits.js';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { Refusal, refusalOf } from '../refusal.js';
import { replaced } from '../replaced.js';
import { finds } from '../searching.js';
import { Server } from '../server.js';
import { until } from '../until.js';
import { statusOf, storedIn, uploadsPicture, uploadsText, uploadsTexts } from '../uploading.js';

describe('messages with files', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person;
  let room: Room;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
    room = await ada.creates('group', 'pictures', grace, linus);
  });
  afterAll(() => server.stop());

  const sends = (
    who: Person,
    attachmentIds: string[],
    body = '',
    clientId: string = randomUUID(),
  ): Promise<Message> => who.asks('message:send', { roomId: room.id, clientId, body, attachmentIds });
  const posts = (who: Person, attachmentIds: string[], body = '', clientId: string = randomUUID()) =>
    who.calls('postMessage', { roomId: room.id, clientId, body, attachmentIds });
  /** The fields that a call is refused for. */
  const faultsOf = async (call: Promise<unknown>): Promise<string[]> => {
    const refusal = await call.then(
      () => null,
      (error: unknown) => error,
    );
    if (!(refusal instanceof Refusal)) throw new Error('Expected a refusal');
    return [refusal.code, ...(refusal.error.errors ?? []).map(({ path }) => path)];
  };
  const REFUSED = ['validation_failed', 'attachmentIds'];

  it('show their files to everyone alike, in the order in which they were sent', async () => {
    const notes = await uploadsText(ada);
    const sunset = await uploadsPicture(ada);

    const sent = await sends(ada, [sunset.id, notes.id], 'from the beach');

    expect(sent.attachments).toEqual([sunset, notes]);
    expect(await grace.hears('from the beach')).toEqual(sent);
    expect((await grace.historyOf(room)).at(-1)).toEqual(sent);
    expect((await grace.sees(room)).lastMessage).toEqual(sent);
    expect(await grace.calls('message', { messageId: sent.id })).toEqual(sent);
    expect(await statusOf(grace, sunset.url)).toBe(200);
    expect(await statusOf(grace, sunset.thumbnailUrl!)).toBe(200);
  });

  it('need no text, over either transport; a message of neither is refused', async () => {
    const one = await uploadsText(ada);
    const other = await uploadsText(ada);

    expect(await sends(ada, [one.id])).toMatchObject({ body: '', attachments: [one] });
    const path = `/rooms/${room.id}/messages`;
    const posted = await ada.post(path, { clientId: randomUUID(), attachmentIds: [other.id] });
    expect(posted).toMatchObject({ status: 201, body: { body: '', attachments: [other] } });

    expect(await faultsOf(sends(ada, []))).toEqual(['validation_failed', 'body']);
    expect(await faultsOf(posts(ada, []))).toEqual(['validation_failed', 'body']);
    const third = await uploadsText(ada);
    expect(await faultsOf(sends(ada, [third.id], ' '))).toEqual(['validation_failed', 'body']);
  });

  it('take ten files, each once', async () => {
    const files = await uploadsTexts(ada, MAX_ATTACHMENTS_PER_MESSAGE + 1);
    const ids = files.map(({ id }) => id);

    expect(await faultsOf(sends(ada, ids))).toEqual(REFUSED);
    expect(await faultsOf(sends(ada, [ids[0]!, ids[0]!]))).toEqual(REFUSED);
    expect((await sends(ada, ids.slice(1))).attachments).toEqual(files.slice(1));
  });

  it("take nothing that is unknown, another's, posted, taken back, or somebody's picture", async () => {
    const mine = await uploadsText(ada);
    const theirs = await uploadsText(grace);
    const posted = await uploadsText(ada);
    await sends(ada, [posted.id]);
    const back = await uploadsText(ada);
    await ada.calls('removeUpload', { attachmentId: back.id });
    const avatar = await uploadsPicture(ada);
    await ada.calls('updateMe', { avatarAttachmentId: avatar.id });
    const { length: before } = await ada.historyOf(room);

    for (const id of [randomUUID(), theirs.id, posted.id, back.id, avatar.id]) {
      expect(await faultsOf(sends(ada, [mine.id, id]))).toEqual(REFUSED);
      expect(await faultsOf(posts(ada, [id]))).toEqual(REFUSED);
    }

    expect(await ada.historyOf(room)).toHaveLength(before);
    expect((await sends(ada, [mine.id])).attachments).toEqual([mine]);
  });

  it('of two sent at once with the same file one has it', async () => {
    const file = await uploadsText(ada);

    const outcomes = await Promise.allSettled([sends(ada, [file.id], 'one'), posts(ada, [file.id], 'two')]);

    const refusals = outcomes.flatMap((one) =>
      one.status === 'rejected' ? (one.reason as Refusal).code : [],
    );
    expect(refusals).toEqual(['validation_failed']);
  });

  it('a message that is refused leaves its files to be posted', async () => {
    const file = await uploadsText(ada);
    const elsewhere = await ada.creates('group', 'elsewhere');
    const said = await ada.says(elsewhere, 'far');
    const clientId = randomUUID();
    const draft = { roomId: room.id, clientId, body: 'x', attachmentIds: [file.id] };

    expect(await refusalOf(ada.asks('message:send', { ...draft, replyToId: said.id }))).toBe(
      'validation_failed',
    );
    await failingCommits(server, async () => {
      expect(await refusalOf(ada.asks('message:send', draft))).toBe('unavailable');
    });

    expect((await ada.asks('message:send', draft)).attachments).toEqual([file]);
  });

  it('the same clientId with the same files is one message; with others, or in another order, a conflict', async () => {
    const files = [await uploadsText(ada, 'a.txt'), await uploadsText(ada, 'b.txt')];
    const ids = files.map(({ id }) => id);
    const third = await uploadsText(ada, 'c.txt');
    const clientId = randomUUID();

    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 ? sends : posts)(ada, ids, 'both', clientId)),
    );

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await sends(ada, ids, 'both', clientId)).toEqual(answers[0]);
    for (const others of [[], [ids[0]!], ids.toReversed(), [...ids, third.id]]) {
      expect(await refusalOf(sends(ada, others, 'both', clientId))).toBe('conflict');
    }
    await ada.asks('message:edit', { messageId: answers[0]!.id, body: 'changed' });
    expect(await sends(ada, ids, 'both', clientId)).toMatchObject({ body: 'changed', attachments: files });
    await ada.asks('message:delete', { messageId: answers[0]!.id });
    expect(await sends(ada, ids, 'both', clientId)).toMatchObject({ body: '', attachments: [] });
  });

  it('an edit gives files a text and keeps them', async () => {
    const file = await uploadsPicture(ada);
    const { id: messageId } = await sends(ada, [file.id]);

    const edited = await ada.asks('message:edit', { messageId, body: 'the harbour' });

    expect(edited).toMatchObject({ body: 'the harbour', attachments: [file] });
    expect(await grace.isTold('message:updated', ({ id }) => id === messageId)).toEqual(edited);
    expect(await refusalOf(ada.asks('message:edit', { messageId, body: '' }))).toBe('validation_failed');
  });

  it.each(['its author', 'a moderator'])('deleted by %s, lose their files for everyone', async (by) => {
    await ada.calls('updateMember', { roomId: room.id, userId: grace.id, role: 'moderator' });
    const before = (await storedIn(server)).toSorted();
    const file = await uploadsPicture(linus);
    const sent = await sends(linus, [file.id, (await uploadsText(linus)).id], 'not for long');
    expect(await statusOf(ada, file.thumbnailUrl!)).toBe(200);

    const tombstone = await (by === 'a moderator' ? grace : linus).asks('message:delete', {
      messageId: sent.id,
    });

    expect(tombstone).toMatchObject({ body: '', attachments: [] });
    expect(await ada.isTold('message:deleted', ({ id }) => id === sent.id)).toEqual(tombstone);
    for (const who of [ada, linus]) {
      for (const address of [file.url, file.thumbnailUrl!]) expect(await statusOf(who, address)).toBe(404);
    }
    expect(await faultsOf(sends(linus, [file.id]))).toEqual(REFUSED);
    await until('the bytes to be gone', async () => {
      return JSON.stringify((await storedIn(server)).toSorted()) === JSON.stringify(before);
    });
  });

  it('while the store fails what is deleted or taken back is so all the same, and its bytes go later', async () => {
    const file = await uploadsText(ada);
    const sent = await sends(ada, [file.id]);
    const back = await uploadsText(ada);
    const isKnown = async () =>
      (await server.reader.query<unknown[]>('SELECT 1 FROM attachments WHERE id = ?', [file.id])).length > 0;
    let tries = 0;
    const fail = () => Promise.reject(new Error(`the bucket is gone ${++tries}`));

    await replaced(server.api.app.get(BlobStore), 'remove', fail, async () => {
      await ada.asks('message:delete', { messageId: sent.id });
      await until('a try', () => tries > 0);
      expect(await statusOf(grace, file.url)).toBe(404);
      await ada.calls('removeUpload', { attachmentId: back.id });
      expect(await statusOf(ada, back.url)).toBe(404);
      expect(await faultsOf(sends(ada, [back.id]))).toEqual(REFUSED);
      await until('another one, after a while', () => tries > 2);
    });
    expect(await isKnown()).toBe(true);

    await until('its end', async () => !(await isKnown()));
  });

  it('are found by has:file, has:image and the names of their files', async () => {
    const club = await ada.creates('group', 'club', grace);
    const send = async (body: string, ...files: { id: string }[]) =>
      ada.asks('message:send', {
        roomId: club.id,
        clientId: randomUUID(),
        body,
        attachmentIds: files.map(({ id }) => id),
      });
    await send('plain');
    await send('with notes', await uploadsText(ada, 'minutes of March.txt'));
    await send('with a picture', await uploadsPicture(ada, 'harbour.png'));
    await send('', await uploadsText(ada, 'ledger.txt'));
    const scope = { roomId: club.id };

    await finds(grace, 'has:file', ['', 'with a picture', 'with notes'], scope);
    await finds(grace, 'has:image', ['with a picture'], scope);
    await finds(grace, 'minutes', ['with notes'], scope);
    const { items } = await finds(grace, 'ledger', [''], scope);
    expect(items[0]).toMatchObject({ snippet: 'ledger.txt', highlights: [[0, 6]] });
  });
});
