import { people, signIn } from '../people.js';
import type { Person } from '../person.js';
import { picture } from '../pictures.js';
import { replaced } from '../replaced.js';
import { Server } from '../server.js';
import { SlowUpload } from '../slow-upload.js';
import { until } from '../until.js';
import { leftOf, postFile, storedIn, uploads } from '../uploading.js';
import { BlobStore } from '../../src/infra/storage/blob-store.js';

const KB = 1024;
const MB = 1024 * KB;

const slowly = (person: Person, contentLength?: number) =>
  new SlowUpload({ port: Number(new URL(person.server.url).port), token: person.token }, contentLength);

describe('however an upload ends', () => {
  let server: Server;
  let ada: Person, grace: Person;

  beforeAll(async () => {
    server = await Server.start({ MAX_FILE_BYTES: String(MB), UPLOAD_QUOTA_BYTES: String(3 * MB) });
    ({ ada, grace } = await people(server));
  });
  afterAll(() => server.stop());

  const underWay = () => until('the upload to be under way', async () => (await leftOf(server)).length > 0);
  const nothingLeft = async () => {
    await until('the upload to be tidied up', async () => (await leftOf(server)).length === 0);
    expect(await storedIn(server)).toEqual([]);
    const [row] = await server.reader.query<{ files: number }[]>('SELECT COUNT(*) AS files FROM attachments');
    expect(row!.files).toBe(0);
  };

  it('one that its sender tears away leaves nothing', async () => {
    for (const kind of ['file', 'picture'] as const) {
      const upload = slowly(ada);
      await upload.sends(
        kind === 'file' ? Buffer.alloc(100 * KB, 1) : (await picture('png')).subarray(0, 60),
      );
      await upload.sends(Buffer.alloc(20 * KB, 1));
      await underWay();

      upload.tears();

      await nothingLeft();
    }
  });

  it('one that is shorter than it said is refused when its sender goes', async () => {
    const upload = slowly(ada, 500 * KB);
    await upload.sends(Buffer.alloc(100 * KB, 1));
    await underWay();
    upload.request.socket!.end();

    expect((await upload.answer)?.status ?? 400).toBe(400);
    await nothingLeft();
  });

  it('one that is longer than it said is cut there, and refused', async () => {
    const upload = slowly(ada, 10 * KB);
    await upload.sends(Buffer.alloc(10 * KB, 1));

    expect(await upload.answer).toMatchObject({ status: 400 });
    await nothingLeft();
  });

  it('one that is too large is answered before it is all there', async () => {
    const upload = slowly(ada);
    await upload.trickles(MB + 64 * KB, 64 * KB, 0);

    expect(await upload.answer).toMatchObject({ status: 413, body: expect.stringContaining('1 MB') });
    await nothingLeft();
    upload.tears();
  });

  it('what goes on and on after it was refused loses its connection', async () => {
    const upload = slowly(ada);
    const closed = new Promise((resolve) => upload.request.once('close', resolve));
    // A client that reads no answer before it has sent everything.
    void upload.trickles(200 * MB, MB, 0).catch(() => undefined);

    await closed;

    await nothingLeft();
  });

  it('when the store fails, it says so and leaves nothing', async () => {
    const store = server.api.app.get(BlobStore);
    const failing: BlobStore['put'] = async (_, bytes) => {
      bytes.destroy();
      throw new Error('The bucket is gone');
    };

    await replaced(store, 'put', failing, async () => {
      const { status, body } = await postFile(server.url, ada.token, { name: 'x', content: 'x' });
      expect(status).toBe(500);
      expect(JSON.stringify(body)).not.toContain('bucket');
    });

    expect(server.log.accept()).toHaveLength(1);
    await nothingLeft();
  });

  it('eleven at once are one too many for one person, and none for two', async () => {
    const ten = Array.from({ length: 10 }, () => slowly(ada));
    for (const upload of ten) await upload.sends(Buffer.alloc(8 * KB, 1));
    await until('ten uploads to be under way', async () => {
      return (await leftOf(server)).filter((name) => /^[0-9a-f]{32}$/.test(name)).length === 10;
    });

    expect((await postFile(server.url, ada.token, { name: 'x', content: 'x' })).status).toBe(429);
    expect((await postFile(server.url, grace.token, { name: 'x', content: 'x' })).status).toBe(201);

    const answers = await Promise.all(ten.map((upload) => upload.finish()));
    expect(answers.map((answer) => answer?.status)).toEqual(Array(10).fill(201));
    expect((await postFile(server.url, ada.token, { name: 'x', content: 'x' })).status).toBe(201);
  });

  it('who has no room left is refused, also when several come at once, and has room again afterwards', async () => {
    const linus = await signIn(server, 'linus-quota');
    const content = Buffer.alloc(MB, 1);
    const upload = () => postFile(server.url, linus.token, { name: 'x', content });

    const answers = await Promise.all(Array.from({ length: 5 }, upload));

    const taken = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 507);
    expect([taken.length, refused.length]).toEqual([3, 2]);
    expect(refused[0]!.body).toMatchObject({ code: 'storage_full', detail: expect.stringContaining('3 MB') });
    await linus.calls('removeUpload', { attachmentId: (taken[0]!.body as { id: string }).id });
    expect((await upload()).status).toBe(201);
  });
});

describe('a server that stops', () => {
  it('waits for uploads that come to an end, and not for those that do not', async () => {
    const server = await Server.start();
    const ada = await signIn(server, 'ada');
    const quick = slowly(ada);
    const endless = slowly(ada);
    for (const upload of [quick, endless]) await upload.sends(Buffer.alloc(100 * KB, 1));
    await until('both uploads to be under way', async () => {
      return (await leftOf(server)).filter((name) => /^[0-9a-f]{32}$/.test(name)).length === 2;
    });

    const stopping = server.api.stop();
    expect((await quick.finish())?.status).toBe(201);
    expect(await endless.answer).toBeNull();
    await stopping;

    expect(await leftOf(server)).toEqual([]);
    expect(await storedIn(server)).toHaveLength(1);
    await server.stop();
  });

  it('does not wait for who takes a file slowly', async () => {
    const server = await Server.start();
    const ada = await signIn(server, 'ada');
    const { url } = await uploads(ada, { name: 'x', content: Buffer.alloc(20 * MB, 1) });
    const answer = await fetch(server.url + url, { headers: { authorization: `Bearer ${ada.token}` } });
    expect(answer.status).toBe(200);

    await server.api.stop();

    await expect(answer.arrayBuffer()).rejects.toThrow();
    await server.stop();
  });
});
