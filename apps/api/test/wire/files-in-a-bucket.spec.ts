import { signIn } from '../people.js';
import type { Person } from '../person.js';
import { picture } from '../pictures.js';
import { rawHttp } from '../raw-http.js';
import { startS3 } from '../s3.js';
import { Server } from '../server.js';
import { postFile, storedIn, uploads } from '../uploading.js';

type Bucket = Awaited<ReturnType<typeof startS3>>;

describe.each([
  ['passed on', 'off'],
  ['fetched from there', 'on'],
])('files in a bucket, %s', (_, redirect) => {
  let bucket: Bucket;
  let server: Server;
  let ada: Person, grace: Person;

  beforeAll(async () => {
    bucket = await startS3();
    server = await Server.start({
      STORAGE_URL: bucket.url,
      STORAGE_REDIRECT: redirect,
      MAX_FILE_BYTES: '100000',
    });
    ada = await signIn(server, 'ada');
    grace = await signIn(server, 'grace');
  });
  afterAll(async () => {
    await server.stop();
    await bucket.stop();
  });

  const get = (path: string, { token }: Person, headers = {}) =>
    rawHttp(server, { path, headers: { authorization: `Bearer ${token}`, ...headers } });

  it('are taken and given like any others, and none is on the disk', async () => {
    const notes = await uploads(ada, { name: 'notes.txt', content: 'some notes' });
    const sunset = await uploads(ada, { name: 'sunset.png', content: await picture('png') });

    for (const path of [notes.url, sunset.url, sunset.thumbnailUrl!]) {
      const answer = await fetch(server.url + path, { headers: { authorization: `Bearer ${ada.token}` } });
      expect(answer.status).toBe(200);
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(0);
      expect((await get(path, grace)).status).toBe(404);
    }
    expect(await storedIn(server)).toEqual([]);
  });

  it('too large ones leave nothing there', async () => {
    const before = await bucket.stored();
    expect(before.length).toBeGreaterThan(0);
    const { status } = await postFile(server.url, ada.token, {
      name: 'x',
      content: Buffer.alloc(100_001, 1),
    });

    expect(status).toBe(413);
    expect(await bucket.stored()).toEqual(before);
  });

  it(
    redirect === 'on' ? 'have an address there, for who may have them' : 'have no other address',
    async () => {
      const { url } = await uploads(ada, { name: 'notes "1".txt', content: 'some notes' });

      const answer = await get(url, ada);

      if (redirect === 'off') {
        expect(answer).toMatchObject({ status: 200, body: 'some notes' });
        expect(await get(url, ada, { range: 'bytes=5-' })).toMatchObject({ status: 206, body: 'notes' });
        return;
      }
      expect(answer.status).toBe(302);
      expect(answer.headers['cache-control']).toBe('no-store');
      const location = answer.headers['location']!;
      expect(location.startsWith(`${bucket.endpoint}/${bucket.bucket}/`)).toBe(true);
      expect(location).not.toContain(ada.token);
      const there = await fetch(location);
      expect(await there.text()).toBe('some notes');
      expect(there.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect((await get(url, grace)).status).toBe(404);
    },
  );
});
