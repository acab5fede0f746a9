import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Attachment } from '@parley/shared-types';
import { picture, plainPng } from '../pictures.js';
import { SlowUpload } from '../slow-upload.js';
import { until } from '../until.js';
import { leftOf, postFile, storedIn } from '../uploading.js';
import { MemoryWatch } from './memory.js';
import { newNode, type Node } from './node.js';
import { report } from './report.js';
import { signIn, type Session } from './sign-in.js';
import { changeFile, queryFile } from './stored.js';

const MB = 1024 * 1024;
/** Servers are started, and bytes take their time. */
const LIMIT_MS = 120_000;

const inMB = (bytes: number): string => `${Math.round(bytes / MB)} MB`;

/** What the first picture and the first file cost is paid before anything is measured. */
async function warm(node: Node, { token }: Session): Promise<void> {
  for (const content of [await picture('png', 1_000, 800), Buffer.alloc(4 * MB, 1)]) {
    expect((await postFile(node.url, token, { name: 'x', content })).status).toBe(201);
  }
  await thumbnails(node, 2);
}

const thumbnails = (node: Node, count: number) =>
  until(`${count} thumbnails`, async () => {
    return (await storedIn(node)).filter((name) => name.endsWith('.webp')).length === count;
  });

describe('what an upload takes of the server', () => {
  it(
    'a picture of 900 megapixels is refused by its head',
    async () => {
      const node = await newNode();
      await node.start();
      const ada = await signIn(node, 'ada');
      await warm(node, ada);
      const content = plainPng(30_000, 30_000);
      const memory = new MemoryWatch(node.pid);

      const from = performance.now();
      const { status, body } = await postFile(node.url, ada.token, { name: 'sunset.png', content });
      const ms = Math.round(performance.now() - from);

      const more = memory.stop();
      report(`900 megapixels in ${inMB(content.length)}: refused after ${ms} ms, memory up ${inMB(more)}`);
      expect({ status, body }).toMatchObject({ status: 413, body: { code: 'payload_too_large' } });
      expect(more).toBeLessThan(150 * MB);
      expect(node.output).toBe('');
    },
    LIMIT_MS,
  );

  it(
    '100 MB of a slow sender pass through without being held',
    async () => {
      const node = await newNode({ settings: { MAX_FILE_BYTES: String(200 * MB) } });
      await node.start();
      const ada = await signIn(node, 'ada');
      await warm(node, ada);
      const memory = new MemoryWatch(node.pid);

      const upload = new SlowUpload({ port: node.port, token: ada.token });
      await upload.trickles(100 * MB, 256 * 1024, 10);
      const answer = await upload.finish();

      const more = memory.stop();
      report(`100 MB: memory up ${inMB(more)}`);
      expect(answer?.status).toBe(201);
      expect(JSON.parse(answer!.body)).toMatchObject({ size: 100 * MB });
      expect(more).toBeLessThan(50 * MB);
      expect(node.output).toBe('');
    },
    LIMIT_MS,
  );
});

describe('files and a server that is killed', () => {
  it(
    'in the middle of an upload: nothing of it is there after the next start',
    async () => {
      const node = await newNode();
      await node.start();
      const ada = await signIn(node, 'ada');
      const upload = new SlowUpload({ port: node.port, token: ada.token });
      await upload.sends(Buffer.alloc(MB, 1));
      const key = await until('the upload to be under way', async () => {
        const begun = await readdir(path.join(node.dataDir, 'uploads-in-progress')).catch(() => []);
        return begun[0];
      });
      await node.kill();
      expect(await upload.answer).toBeNull();
      // As if it had come just one step further: stored, and not yet known to anybody.
      const folder = path.join(node.dataDir, 'files', key.slice(0, 2), key.slice(2, 4));
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, key), 'x');

      await node.start();

      expect(await readdir(path.join(node.dataDir, 'uploads-in-progress')).catch(() => [])).toEqual([]);
      expect((await storedIn(node)).filter((name) => name === key)).toEqual([]);
      expect(await queryFile(node.databaseFile, 'SELECT id FROM attachments')).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'before the thumbnails were made: they are made after the next start',
    async () => {
      const node = await newNode();
      await node.start();
      const ada = await signIn(node, 'ada');
      const { body } = await postFile(node.url, ada.token, { name: 'x.png', content: await picture('png') });
      const { id } = body as Attachment;
      await node.kill();
      await changeFile(node.databaseFile, "UPDATE attachments SET thumbnails = 'pending'");

      await node.start();

      await until('the thumbnails to be ready', async () => {
        const [file] = await queryFile<{ id: string }>(
          node.databaseFile,
          "SELECT id FROM attachments WHERE thumbnails = 'ready'",
        );
        return file?.id === id;
      });
      await thumbnails(node, 2);
      expect(await leftOf(node)).toEqual([]);
    },
    LIMIT_MS,
  );
});
