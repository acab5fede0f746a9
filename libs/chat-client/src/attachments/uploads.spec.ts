import { jest } from '@jest/globals';
import type { Attachment, ErrorCode } from '@parley/shared-types';
import { ProblemError, problemOf } from '../connection/failure.js';
import { sampleAttachment, sampleFile } from '../testing/files.js';
import type { SentFile } from './fetch-file.js';
import type { PostOptions } from './post-file.js';
import { Uploads } from './uploads.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

interface Posted extends PostOptions {
  file: SentFile;
  stored: (attachment: Attachment) => void;
  refused: (code: ErrorCode) => void;
}

/** A server that answers when the test says so. */
const withServer = () => {
  const posted: Posted[] = [];
  const described: [id: string, alt: string][] = [];
  const removed: string[] = [];
  const uploads = new Uploads({
    post: (file, options) =>
      new Promise((stored, reject) => {
        const refused = (code: ErrorCode) => reject(new ProblemError(problemOf(code, code)));
        options.signal.addEventListener('abort', () => reject(new Error('aborted')));
        posted.push({ ...options, file, stored, refused });
      }),
    describe: async (id, alt) => {
      described.push([id, alt]);
      return sampleAttachment(1, { id, alt });
    },
    remove: async (id) => void removed.push(id),
    random: () => 0.5,
  });
  const states = (...numbers: number[]) => numbers.map((number) => uploads.get(`file-${number}`)?.state);
  return { uploads, posted, described, removed, states };
};

const settled = () => jest.advanceTimersByTimeAsync(0);

test('a file tells how much of it has gone out, and then what the server made of it', async () => {
  const { uploads, posted } = withServer();
  const seen: (number | undefined)[] = [];
  uploads.subscribe(() => seen.push(uploads.get('file-1')?.sentBytes));
  uploads.add(sampleFile(1));
  posted[0]?.onProgress(2);
  posted[0]?.stored(sampleAttachment(1));
  await settled();
  expect(seen).toEqual([0, 2, 4]);
  expect(uploads.get('file-1')).toMatchObject({ state: 'done', attachment: { id: sampleAttachment(1).id } });
});

test('three files go up at once, the others when it is their turn', async () => {
  const { uploads, posted, states } = withServer();
  for (const number of [1, 2, 3, 4]) uploads.add(sampleFile(number));
  expect(states(3, 4)).toEqual(['uploading', 'waiting']);
  posted[1]?.stored(sampleAttachment(2));
  await settled();
  expect(states(2, 4)).toEqual(['done', 'uploading']);
});

test('the same file is not uploaded twice', () => {
  const { uploads, posted } = withServer();
  uploads.add(sampleFile(1));
  uploads.add(sampleFile(1));
  expect(posted).toHaveLength(1);
});

test('what fails for the moment is tried again later, and at once when the connection is back', async () => {
  const { uploads, posted, states } = withServer();
  uploads.add(sampleFile(1));
  posted[0]?.refused('unavailable');
  await settled();
  expect(states(1)).toEqual(['waiting']);
  await jest.advanceTimersByTimeAsync(1_000);
  posted[1]?.refused('unavailable');
  await settled();
  uploads.resume();
  expect(posted).toHaveLength(3);
  posted[2]?.stored(sampleAttachment(1));
  await settled();
  expect(states(1)).toEqual(['done']);
});

test('what failed too often waits for a person', async () => {
  const { uploads, posted, states } = withServer();
  uploads.add(sampleFile(1));
  for (let attempt = 0; attempt < 6; attempt += 1) {
    posted[attempt]?.refused('unavailable');
    await jest.advanceTimersByTimeAsync(60_000);
  }
  expect(posted).toHaveLength(6);
  expect(states(1)).toEqual(['failed']);
  uploads.retry('file-1');
  expect(states(1)).toEqual(['uploading']);
});

test.each(['payload_too_large', 'unsupported_media_type', 'storage_full'] as const)(
  'a file that is refused with %s is not sent again by itself',
  async (code) => {
    const { uploads, posted } = withServer();
    const done = uploads.whenDone(sampleFile(1));
    const refusal = expect(done).rejects.toMatchObject({ code });
    posted[0]?.refused(code);
    await refusal;
    await jest.advanceTimersByTimeAsync(120_000);
    expect(posted).toHaveLength(1);
  },
);

test('who waits for a file does not hear of failures that pass', async () => {
  const { uploads, posted } = withServer();
  const done = uploads.whenDone(sampleFile(1));
  posted[0]?.refused('unavailable');
  await jest.advanceTimersByTimeAsync(1_000);
  posted[1]?.stored(sampleAttachment(1));
  await expect(done).resolves.toEqual(sampleAttachment(1));
});

test('a file that is taken back breaks off, and makes room for the next', async () => {
  const { uploads, posted, states } = withServer();
  for (const number of [1, 2, 3, 4]) uploads.add(sampleFile(number));
  uploads.cancel('file-1');
  await settled();
  expect(posted[0]?.signal.aborted).toBe(true);
  expect(states(1, 4)).toEqual([undefined, 'uploading']);
});

test('a file that the server has already is taken back there, too', async () => {
  const { uploads, posted, removed } = withServer();
  uploads.add(sampleFile(1));
  posted[0]?.stored(sampleAttachment(1));
  await settled();
  uploads.cancel('file-1');
  expect(removed).toEqual([sampleAttachment(1).id]);
});

test('a file that is taken back as it arrives does not stay on the server', async () => {
  const { uploads, posted, removed } = withServer();
  uploads.add(sampleFile(1));
  posted[0]?.stored(sampleAttachment(1));
  uploads.cancel('file-1');
  await settled();
  expect(removed).toEqual([sampleAttachment(1).id]);
});

test('a description goes along with the file, or after it', async () => {
  const { uploads, posted, described, states } = withServer();
  uploads.add(sampleFile(1, { alt: 'a cat' }));
  expect(posted[0]?.file.alt).toBe('a cat');
  uploads.describe('file-1', 'a black cat');
  posted[0]?.stored(sampleAttachment(1));
  await settled();
  expect(described).toEqual([[sampleAttachment(1).id, 'a black cat']]);

  uploads.describe('file-1', '');
  expect(states(1)).toEqual(['uploading']);
  await settled();
  expect(described[1]).toEqual([sampleAttachment(1).id, '']);
  expect(posted).toHaveLength(1);
  expect(states(1)).toEqual(['done']);
});

test('a file that this device did not keep cannot be uploaded', async () => {
  const { uploads } = withServer();
  await expect(uploads.whenDone(sampleFile(1, { blob: null }))).rejects.toMatchObject({ code: 'not_found' });
});
