import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { Metrics } from '../../infra/metrics/metrics.js';
import type { AttachmentEntity } from './attachment.entity.js';
import { AttachmentsRepository } from './attachments.repository.js';

type Kind = 'image' | 'audio' | 'video' | 'file';

/** How much is uploaded since the start, by kind, and how much is stored. */
@Injectable()
export class UploadMetrics {
  readonly #uploads: Counter<'kind'>;
  readonly #bytes: Counter<'kind'>;

  constructor({ registry }: Metrics, files: AttachmentsRepository) {
    const registers = [registry];
    const labelNames = ['kind'] as const;
    this.#uploads = new Counter({
      name: 'parley_uploads_total',
      help: 'Files that were uploaded',
      labelNames,
      registers,
    });
    this.#bytes = new Counter({
      name: 'parley_upload_bytes_total',
      help: 'Bytes of uploaded files, as they are stored',
      labelNames,
      registers,
    });
    new Gauge({
      name: 'parley_stored_bytes',
      help: 'Bytes of all files that are stored now, without their thumbnails',
      registers,
      async collect() {
        this.set(await files.storedBytes());
      },
    });
  }

  /** To be called after the commit that stored the file. */
  stored({ mimeType, size }: Pick<AttachmentEntity, 'mimeType' | 'size'>): void {
    const kind = kindOf(mimeType);
    this.#uploads.inc({ kind });
    this.#bytes.inc({ kind }, size);
  }
}

function kindOf(mimeType: string): Kind {
  const [family] = mimeType.split('/');
  return family === 'image' || family === 'audio' || family === 'video' ? family : 'file';
}
