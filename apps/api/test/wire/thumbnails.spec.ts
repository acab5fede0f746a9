import type { Attachment } from '@parley/shared-types';
import sharp from 'sharp';
import { signIn } from '../people.js';
import type { Person } from '../person.js';
import { moving, picture } from '../pictures.js';
import { Server } from '../server.js';
import { until } from '../until.js';
import { storedIn, uploads } from '../uploading.js';

describe('thumbnails', () => {
  let server: Server;
  let ada: Person;

  beforeAll(async () => {
    server = await Server.start();
    ada = await signIn(server, 'ada');
  });
  afterAll(() => server.stop());

  const get = (path: string) =>
    fetch(server.url + path, { headers: { authorization: `Bearer ${ada.token}` } });
  const sizeOf = async (file: Attachment, size?: number) => {
    const path = `${file.thumbnailUrl}${size ? `?size=${size}` : ''}`;
    const answer = await get(path);
    expect(answer.headers.get('content-type')).toBe('image/webp');
    const { format, width, height, pages } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    return { format, width, height, pages };
  };

  it('are smaller, never larger, and of the same shape', async () => {
    const large = await uploads(ada, { name: 'a.jpg', content: await picture('jpeg', 2_000, 1_000) });
    const small = await uploads(ada, { name: 'b.png', content: await picture('png', 60, 40) });

    expect(await sizeOf(large)).toMatchObject({ format: 'webp', width: 480, height: 240 });
    expect(await sizeOf(large, 480)).toMatchObject({ width: 480, height: 240 });
    expect(await sizeOf(large, 1280)).toMatchObject({ width: 1280, height: 640 });
    expect(await sizeOf(small, 1280)).toMatchObject({ width: 60, height: 40 });
  });

  it('of what moves move', async () => {
    const file = await uploads(ada, { name: 'a.gif', content: await moving('gif', 3) });

    expect(await sizeOf(file)).toMatchObject({ width: 40, height: 30, pages: 3 });
  });

  it('are made without being asked for', async () => {
    const before = (await storedIn(server)).filter((name) => name.endsWith('.webp')).length;
    await uploads(ada, { name: 'a.png', content: await picture('png') });

    await until('both thumbnails', async () => {
      return (await storedIn(server)).filter((name) => name.endsWith('.webp')).length === before + 2;
    });
  });

  it('a file that is no picture has none, unless that is its name', async () => {
    const notes = await uploads(ada, { name: 'notes.txt', content: 'x' });
    const named = await uploads(ada, { name: 'thumbnail', content: 'x' });

    expect((await get(notes.url.replace('notes.txt', 'thumbnail'))).status).toBe(404);
    expect(await (await get(named.url)).text()).toBe('x');
  });
});
