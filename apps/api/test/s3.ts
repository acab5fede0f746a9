import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';

/** A server that speaks the protocol of S3, with one bucket, on a free port. `url` is for STORAGE_URL. */
export async function startS3(bucket = 'parley') {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'parley-s3-'));
  const server = new S3rver({
    directory,
    port: 0,
    address: '127.0.0.1',
    silent: true,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await server.run();
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    bucket,
    endpoint,
    url: `s3://S3RVER:S3RVER@127.0.0.1/${bucket}?endpoint=${endpoint}`,
    /** The objects that are whole. */
    stored: async () =>
      (await readdir(directory, { recursive: true })).filter((name) => name.endsWith('._S3rver_object')),
    stop: async () => {
      await server.close();
      await rm(directory, { recursive: true });
    },
  };
}
