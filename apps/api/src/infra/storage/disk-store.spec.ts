import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { newBlobKey } from './blob-key.js';
import { blobStoreContract } from './blob-store.contract.js';
import { DiskStore } from './disk-store.js';

const newFolder = () => mkdtemp(path.join(os.tmpdir(), 'parley-files-'));

const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};

describe('files in a folder', () => {
  blobStoreContract(async () => {
    const folder = await newFolder();
    return {
      store: await DiskStore.open(folder),
      kept: async () => (await filesIn(folder)).sort(),
      close: () => rm(folder, { recursive: true }),
    };
  });
});

describe('the folder of files', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await newFolder();
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is two levels deep', async () => {
    const store = await DiskStore.open(folder);
    const key = newBlobKey();

    await store.put(key, Readable.from([Buffer.from('x')]));

    expect((await stat(path.join(folder, key.slice(0, 2), key.slice(2, 4), key))).size).toBe(1);
  });

  it('gives the first byte alone', async () => {
    const store = await DiskStore.open(folder);
    const key = newBlobKey();
    await store.put(key, Readable.from([Buffer.from('xyz')]));

    expect(await text((await store.get(key, { start: 0, end: 0 }))!)).toBe('x');
  });

  it('is not made before there is something to put there', async () => {
    await DiskStore.open(path.join(folder, 'files'));

    expect(await readdir(folder)).toEqual([]);
  });

  it('loses what a process that crashed had begun, not what another is writing', async () => {
    const unfinished = path.join(folder, 'unfinished');
    await mkdir(unfinished);
    await writeFile(path.join(unfinished, 'old'), 'x');
    await writeFile(path.join(unfinished, 'new'), 'x');
    const before = new Date(Date.now() - 25 * 3_600_000);
    await utimes(path.join(unfinished, 'old'), before, before);

    await DiskStore.open(folder);

    expect(await filesIn(folder)).toEqual(['new']);
  });
});
