import { Global, Module } from '@nestjs/common';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { BlobStore } from './blob-store.js';
import { DiskStore } from './disk-store.js';
import { s3Address } from '../../config/s3-address.js';

/** `STORAGE_URL` is the plug: a folder, or a bucket. */
async function openStore({ STORAGE_URL }: Env): Promise<BlobStore> {
  const bucket = s3Address(STORAGE_URL);
  if (!bucket) return DiskStore.open(STORAGE_URL.slice('file:'.length));
  const { S3Store } = await import('./s3-store.js');
  return new S3Store(bucket);
}

@Global()
@Module({
  providers: [{ provide: BlobStore, inject: [ENV], useFactory: openStore }],
  exports: [BlobStore],
})
export class StorageModule {}
