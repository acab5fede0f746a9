import { randomUUID } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { Attachment, Room } from '@parley/shared-types';
import { crowd, people } from '../people.js';
import type { Person } from '../person.js';
import { picture } from '../pictures.js';
import { rawHttp } from '../raw-http.js';
import { Server } from '../server.js';
import { uploads } from '../uploading.js';

describe('files and who may have them', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person;
  let group: Room, channel: Room;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
    group = await ada.creates('group', 'compilers', grace);
    channel = await ada.creates('channel', 'engines', grace);
  });
  afterAll(() => server.stop());

  const get = (
    path: string,
    person?: Pick<Person, 'token'>,
    headers: OutgoingHttpHeaders = {},
    method = 'GET',
  ) =>
    rawHttp(server, {
      method,
      path,
      headers: { ...(person && { authorization: `Bearer ${person.token}` }), ...headers },
    });
  const addressesOf = ({ url, thumbnailUrl }: Attachment) => [
    url,
    ...(thumbnailUrl ? [thumbnailUrl, `${thumbnailUrl}?size=1280`] : []),
  ];
  const statuses = async (file: Attachment, person?: Pick<Person, 'token'>) => {
    const answers = await Promise.all(addressesOf(file).map((path) => get(path, person)));
    return [...new Set(answers.map(({ status }) => status))];
  };
  const photo = async () => uploads(ada, { name: 'sunset.png', content: await picture('png', 900, 600) });
  const post = (file: Attachment, { id }: Room) =>
    ada.calls('postMessage', { roomId: id, clientId: randomUUID(), body: '', attachmentIds: [file.id] });

  it('before it is posted only its uploader has it', async () => {
    const file = await photo();

    expect(await statuses(file, ada)).toEqual([200]);
    expect(await statuses(file, grace)).toEqual([404]);
    expect(await statuses(file)).toEqual([401]);
    expect(await statuses(file, { token: 'x.y.z' })).toEqual([401]);
  });

  it('afterwards the members of the room have it, and nobody else', async () => {
    const file = await photo();
    await post(file, group);

    expect(await statuses(file, ada)).toEqual([200]);
    expect(await statuses(file, grace)).toEqual([200]);
    expect(await statuses(file, linus)).toEqual([404]);
    expect(await statuses(file)).toEqual([401]);
  });

  it('in a channel too: who has not joined knows nothing of it', async () => {
    const file = await photo();
    await post(file, channel);

    expect(await statuses(file, linus)).toEqual([404]);
    await linus.joins(channel);
    expect(await statuses(file, linus)).toEqual([200]);
    await linus.leaves(channel);
    expect(await statuses(file, linus)).toEqual([404]);
  });

  it('a former member has it no more, from the moment of the removal', async () => {
    const room = await ada.creates('group', 'short-lived', grace);
    const file = await photo();
    await post(file, room);
    expect(await statuses(file, grace)).toEqual([200]);

    await ada.removes(grace, room);

    expect(await statuses(file, grace)).toEqual([404]);
  });

  it('not even its uploader, who has left', async () => {
    const room = await grace.creates('group', 'hers', ada);
    const file = await photo();
    await post(file, room);

    await ada.leaves(room);

    expect(await statuses(file, ada)).toEqual([404]);
    expect(await statuses(file, grace)).toEqual([200]);
  });

  it('the picture of a person is for everyone who is signed in', async () => {
    const file = await photo();
    await ada.calls('updateMe', { avatarAttachmentId: file.id });
    const [stranger] = await crowd(server, 1);

    expect(await statuses(file, stranger)).toEqual([200]);
    expect(await statuses(file)).toEqual([401]);
  });

  it('one that is taken back is gone for its uploader too', async () => {
    const file = await photo();
    await ada.calls('removeUpload', { attachmentId: file.id });

    expect(await statuses(file, ada)).toEqual([404]);
  });

  it('ids and sizes that are none are refused', async () => {
    const { id, url, thumbnailUrl } = await photo();

    expect((await get(url.replace(id, randomUUID()), ada)).status).toBe(404);
    expect((await get(url.replace(id, '..%2f..%2fparley.db'), ada)).status).toBe(400);
    expect((await get(`${thumbnailUrl}?size=1000000`, ada)).status).toBe(400);
    expect((await get(`${thumbnailUrl}?size=480&size=1280`, ada)).status).toBe(400);
    expect((await get(`${url}?type=text/html`, ada)).status).toBe(400);
    expect((await get(`/api/v1/files/${id}`, ada)).status).toBe(404);
  });

  describe('as they are sent', () => {
    const TEXT = '0123456789'.repeat(10);
    let text: Attachment;
    let sunset: Attachment;

    beforeAll(async () => {
      text = await uploads(ada, { name: 'notes "1".txt', content: TEXT });
      sunset = await photo();
    });

    it('a picture is shown, anything else is saved, under its name', async () => {
      const disposition = async (path: string) => (await get(path, ada)).headers['content-disposition'];

      expect(await disposition(sunset.url)).toBe(
        `inline; filename="sunset.png"; filename*=UTF-8''sunset.png`,
      );
      expect(await disposition(text.url)).toBe(
        `attachment; filename="notes _1_.txt"; filename*=UTF-8''notes%20%221%22.txt`,
      );
      expect(await disposition(sunset.thumbnailUrl!)).toMatch(/^inline; filename="sunset.png.webp"/);
    });

    it.each([
      ['a page', '<html><script>alert(1)</script>', 'text/plain; charset=utf-8'],
      ['an SVG', '<svg onload="alert(1)" xmlns="http://www.w3.org/2000/svg"/>', 'text/plain; charset=utf-8'],
      ['a PDF', '%PDF-1.7\n', 'application/pdf'],
      ['bytes', Buffer.from([0, 255, 1]), 'application/octet-stream'],
    ])('%s never runs and is never shown', async (_, content, type) => {
      const { url } = await uploads(ada, { name: 'x.html', content, type: 'text/html' });

      const { headers } = await get(url, ada);

      expect(headers['content-type']).toBe(type);
      expect(headers['content-disposition']).toMatch(/^attachment;/);
    });

    it.each([
      ['a voice note', 'webm', 'A_OPUS', 'audio/webm'],
      ['a film', 'webm', 'A_OPUS V_VP8', 'video/webm'],
      ['a voice note of a phone', 'mp4', 'soun', 'audio/mp4'],
      ['a film of a phone', 'mp4', 'soun vide', 'video/mp4'],
    ])(
      '%s has its type by its tracks, for players, and is saved by who follows its address',
      async (_, container, tracks, type) => {
        const begin = { webm: '1a45dfa3934282847765626d', mp4: '0000001c6674797069736f35' }[container]!;
        const content = Buffer.concat([Buffer.from(begin, 'hex'), Buffer.alloc(40), Buffer.from(tracks)]);
        const { url, mimeType } = await uploads(ada, { name: 'x', content });

        const { headers } = await get(url, ada);

        expect(mimeType).toBe(type);
        expect(headers['content-type']).toBe(type);
        expect(headers['content-disposition']).toMatch(/^attachment;/);
      },
    );

    it('carries what keeps it harmless and private, and may be kept for good', async () => {
      for (const path of [text.url, ...addressesOf(sunset)]) {
        const { status, headers } = await get(path, ada);
        expect(status).toBe(200);
        expect(headers).toMatchObject({
          'content-security-policy': "sandbox; default-src 'none'",
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, max-age=31536000, immutable',
          'cross-origin-resource-policy': 'same-origin',
          'accept-ranges': 'bytes',
        });
        expect(headers['vary']).toMatch(/Cookie/);
        expect(headers['set-cookie']).toBeUndefined();
      }
    });

    it('a refusal may not be kept', async () => {
      const { headers } = await get(text.url, linus);

      expect(headers['cache-control'] ?? 'no-store').toBe('no-store');
      expect(headers['etag']).toBeUndefined();
    });

    it.each([
      ['bytes=0-9', 'bytes 0-9/100', '0123456789'],
      ['bytes=0-0', 'bytes 0-0/100', '0'],
      ['bytes=95-', 'bytes 95-99/100', '56789'],
      ['bytes=-5', 'bytes 95-99/100', '56789'],
      ['bytes=98-200', 'bytes 98-99/100', '89'],
      ['bytes=-1000', 'bytes 0-99/100', TEXT],
    ])('the range %s is %s', async (range, contentRange, body) => {
      const answer = await get(text.url, ada, { range });

      expect(answer).toMatchObject({ status: 206, body });
      expect(answer.headers['content-range']).toBe(contentRange);
      expect(answer.headers['content-length']).toBe(String(body.length));
    });

    it.each(['bytes=100-', 'bytes=500-600', 'bytes=-0'])('the range %s does not exist', async (range) => {
      const answer = await get(text.url, ada, { range });

      expect(answer).toMatchObject({ status: 416, body: '' });
      expect(answer.headers['content-range']).toBe('bytes */100');
    });

    it.each(['bytes=x-y', 'lines=1-2', 'bytes=5-1', 'bytes=0-1,5-6', 'bytes', ''])(
      'what is no range, or several, is answered with all: %j',
      async (range) => {
        const answer = await get(text.url, ada, { range });

        expect([200, 416]).toContain(answer.status);
        if (answer.status === 200) expect(answer.body).toBe(TEXT);
      },
    );

    it('who has it already is told so, and asked for nothing but their right to it', async () => {
      const { headers } = await get(text.url, ada);
      const known = { 'if-none-match': headers['etag']! };

      for (const conditions of [known, { 'if-modified-since': headers['last-modified']! }]) {
        expect(await get(text.url, ada, conditions)).toMatchObject({ status: 304, body: '' });
      }
      expect((await get(text.url, ada, { 'if-none-match': '"another"' })).status).toBe(200);
      expect((await get(text.url, grace, known)).status).toBe(404);
      expect((await get(text.url, undefined, known)).status).toBe(401);
    });

    it('a part is sent only to who has the rest of the same', async () => {
      const { etag } = (await get(text.url, ada)).headers;
      const range = 'bytes=0-3';

      expect((await get(text.url, ada, { range, 'if-range': etag! })).status).toBe(206);
      expect((await get(text.url, ada, { range, 'if-range': '"another"' })).status).toBe(200);
    });

    it('its head says the same, without it', async () => {
      const whole = await get(text.url, ada);
      const head = await get(text.url, ada, {}, 'HEAD');

      const { date, 'x-request-id': id, ...same } = whole.headers;
      expect(head).toMatchObject({ status: 200, body: '', headers: same });
    });

    it('the two sizes and the picture are told apart', async () => {
      const tags = await Promise.all(
        addressesOf(sunset).map(async (path) => (await get(path, ada)).headers['etag']),
      );

      expect(new Set(tags).size).toBe(3);
    });
  });
});
