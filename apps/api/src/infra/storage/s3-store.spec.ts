import { Readable } from 'node:stream';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { startS3 } from '../../../test/s3.js';
import { s3Address } from '../../config/s3-address.js';
import { newBlobKey } from './blob-key.js';
import { blobStoreContract } from './blob-store.contract.js';
import { S3Store } from './s3-store.js';

describe('files in a bucket', () => {
  blobStoreContract(async () => {
    const { url, stop, bucket: Bucket } = await startS3();
    const address = s3Address(url)!;
    const { endpoint, region, accessKeyId, secretAccessKey } = address;
    const client = new S3Client({
      ...{ endpoint, region, forcePathStyle: true },
      credentials: { accessKeyId, secretAccessKey },
    });
    const store = new S3Store(address);
    return {
      store,
      kept: async () => {
        const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
        return Contents.map(({ Key }) => Key!);
      },
      close: async () => {
        store.onApplicationShutdown();
        client.destroy();
        await stop();
      },
    };
  });

  it('can be fetched by an address that says how they are shown', async () => {
    const { url, stop } = await startS3();
    const store = new S3Store(s3Address(url)!);
    const key = newBlobKey();
    await store.put(key, Readable.from([Buffer.from('some notes')]));

    const disposition = 'attachment; filename="notes.txt"';
    const signed = await store.signedUrl(key, { mimeType: 'text/plain', disposition });
    const answer = await fetch(signed);

    expect(await answer.text()).toBe('some notes');
    expect(answer.headers.get('content-type')).toBe('text/plain');
    expect(answer.headers.get('content-disposition')).toBe(disposition);
    expect((await fetch(signed.replace(key, newBlobKey()))).status).not.toBe(200);
    store.onApplicationShutdown();
    await stop();
  });
});
