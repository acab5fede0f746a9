import { pipeline, type Readable } from 'node:stream';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { requireKey } from './blob-key.js';
import { BlobStore, type ByteRange, type Presented } from './blob-store.js';
import { Counted } from './counted.js';
import type { S3Address } from '../../config/s3-address.js';

/** The smallest that S3 takes, and two on their way: so much of an upload is in memory. */
const PART_BYTES = 5 * 1024 * 1024;
const PARTS_AT_ONCE = 2;

const KEYS_PER_CALL = 1_000;
const SIGNED_FOR_SECONDS = 60;

/** A bucket of S3, or of anything that speaks its protocol. Loaded only where it is used. */
export class S3Store extends BlobStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Address) {
    super();
    this.#bucket = bucket;
    this.#client = new S3Client({
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      // By path: other servers than Amazon's seldom have a name for each bucket.
      forcePathStyle: true,
      // The newer checksums are known to few of them.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(key: string, bytes: Readable): Promise<number> {
    const at = this.#at(key);
    const counted = new Counted();
    let failure: Error | null | undefined;
    pipeline(bytes, counted, (error) => (failure = error));
    const upload = new Upload({
      client: this.#client,
      params: { ...at, Body: counted },
      partSize: PART_BYTES,
      queueSize: PARTS_AT_ONCE,
    });
    await upload.done().catch((error: unknown) => {
      // That the parts so far could not be given up, as some servers cannot, is not what went wrong.
      throw failure ?? error;
    });
    return counted.bytes;
  }

  async get(key: string, range?: ByteRange): Promise<Readable | null> {
    const Range = range && `bytes=${range.start}-${range.end}`;
    const found = await this.#client
      .send(new GetObjectCommand({ ...this.#at(key), ...(Range && { Range }) }))
      .catch(nullIfMissing);
    return found && (found.Body as Readable);
  }

  async size(key: string): Promise<number | null> {
    const found = await this.#client.send(new HeadObjectCommand(this.#at(key))).catch(nullIfMissing);
    return found?.ContentLength ?? null;
  }

  async remove(keys: string[]): Promise<void> {
    for (let i = 0; i < keys.length; i += KEYS_PER_CALL) {
      const Objects = keys.slice(i, i + KEYS_PER_CALL).map((key) => ({ Key: requireKey(key) }));
      const { Errors = [] } = await this.#client.send(
        new DeleteObjectsCommand({ Bucket: this.#bucket, Delete: { Objects, Quiet: true } }),
      );
      if (Errors.length > 0) throw new Error(`The store kept ${Errors.length} files: ${Errors[0]!.Message}`);
    }
  }

  signedUrl(key: string, { mimeType, disposition }: Presented): Promise<string> {
    const command = new GetObjectCommand({
      ...this.#at(key),
      ResponseContentType: mimeType,
      ResponseContentDisposition: disposition,
      ResponseCacheControl: 'private, max-age=31536000, immutable',
    });
    return getSignedUrl(this.#client, command, { expiresIn: SIGNED_FOR_SECONDS });
  }

  onApplicationShutdown(): void {
    this.#client.destroy();
  }

  #at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: requireKey(key) };
  }
}

function nullIfMissing(error: unknown): null {
  if (error instanceof NoSuchKey || error instanceof NotFound) return null;
  throw error;
}
