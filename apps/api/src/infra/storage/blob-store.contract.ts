import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { newBlobKey } from './blob-key.js';
import type { BlobStore } from './blob-store.js';

export type OpenStore = () => Promise<{
  store: BlobStore;
  /** All that is kept, finished or not: names of whatever kind the store has. */
  kept: () => Promise<string[]>;
  close: () => Promise<void>;
}>;

/** More than one part of whatever a store cuts uploads into. */
const LARGE = 11 * 1024 * 1024;

/** What every place for files promises: see `BlobStore`. */
export function blobStoreContract(open: OpenStore): void {
  let store: BlobStore;
  let kept: () => Promise<string[]>;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ store, kept, close } = await open());
  });
  afterAll(() => close());

  const put = async (content: string | Buffer): Promise<string> => {
    const key = newBlobKey();
    await store.put(key, Readable.from([Buffer.from(content)]));
    return key;
  };
  const read = async (key: string, range?: { start: number; end: number }) => {
    const found = await store.get(key, range);
    return found && (await buffer(found));
  };

  it('gives back what it was given, and says how much that was', async () => {
    const key = newBlobKey();

    expect(await store.put(key, Readable.from([Buffer.from('one, '), Buffer.from('two')]))).toBe(8);

    expect(String(await read(key))).toBe('one, two');
    expect(await store.size(key)).toBe(8);
  });

  it('keeps large ones byte for byte', async () => {
    const content = randomBytes(LARGE);
    const key = newBlobKey();
    const pieces = Array.from({ length: 176 }, (_, i) => content.subarray(i * 65_536, (i + 1) * 65_536));

    expect(await store.put(key, Readable.from(pieces))).toBe(LARGE);

    expect((await read(key))!.equals(content)).toBe(true);
    const range = { start: 5 * 1024 * 1024 - 3, end: 5 * 1024 * 1024 + 4 };
    expect((await read(key, range))!.equals(content.subarray(range.start, range.end + 1))).toBe(true);
    await store.remove([key]);
  });

  it('gives parts: the first bytes, the last, those between', async () => {
    const key = await put('0123456789');

    expect(String(await read(key, { start: 0, end: 1 }))).toBe('01');
    expect(String(await read(key, { start: 9, end: 9 }))).toBe('9');
    expect(String(await read(key, { start: 2, end: 5 }))).toBe('2345');
    expect(String(await read(key, { start: 0, end: 9 }))).toBe('0123456789');
  });

  it('knows nothing of what was never there', async () => {
    expect(await store.get(newBlobKey())).toBeNull();
    expect(await store.get(newBlobKey(), { start: 0, end: 0 })).toBeNull();
    expect(await store.size(newBlobKey())).toBeNull();
  });

  it('removes many at once, also what is not there, and nothing else', async () => {
    const [a, b, stays] = [await put('a'), await put('b'), await put('stays')];

    await store.remove([a, newBlobKey(), b]);
    await store.remove([]);

    expect(await store.size(a)).toBeNull();
    expect(await store.size(b)).toBeNull();
    expect(String(await read(stays))).toBe('stays');
  });

  it.each([
    ['at once', 0],
    ['in the middle of a small one', 1],
    ['after several parts', 180],
  ])('a stream that fails %s leaves nothing, and is what was thrown', async (_, pieces) => {
    const before = await kept();
    const key = newBlobKey();
    async function* broken() {
      for (let i = 0; i < pieces; i++) yield Buffer.alloc(65_536, i);
      throw new Error('The line went dead');
    }

    await expect(store.put(key, Readable.from(broken()))).rejects.toThrow('The line went dead');

    expect(await store.size(key)).toBeNull();
    expect(await kept()).toEqual(before);
  });

  it('a stream that is torn away leaves nothing', async () => {
    const before = await kept();
    const key = newBlobKey();
    const torn = new Readable({ read: () => undefined });
    torn.push(Buffer.alloc(100));
    setImmediate(() => torn.destroy());

    await expect(store.put(key, torn)).rejects.toThrow();

    expect(await store.size(key)).toBeNull();
    expect(await kept()).toEqual(before);
  });

  it('takes files side by side', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, (_, i) => put(`file ${i}`)));

    expect(await Promise.all(keys.map(async (key) => String(await read(key))))).toEqual(
      keys.map((_, i) => `file ${i}`),
    );
  });

  it.each(['../secrets.json', '/etc/passwd', 'a/b', '', 'A'.repeat(32), `${'a'.repeat(32)}/../x`, '.', '..'])(
    'never takes %j for a key',
    async (key) => {
      await expect(store.put(key, Readable.from([Buffer.from('x')]))).rejects.toThrow('no key');
      await expect(store.get(key)).rejects.toThrow('no key');
      await expect(store.size(key)).rejects.toThrow('no key');
      await expect(store.remove([key])).rejects.toThrow('no key');
    },
  );
}
