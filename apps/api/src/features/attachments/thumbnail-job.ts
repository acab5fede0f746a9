import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { AppError } from '../../common/app-error.js';
import { WokenJob } from '../../common/woken-job.js';
import { Bus } from '../../infra/bus/bus.js';
import type { AttachmentEntity } from './attachment.entity.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { Thumbnails } from './thumbnails.js';

const FILES_PER_STEP = 20;

/** After a failure of the store, which is seldom over at once. */
const RETRY_MS = 60_000;

/**
 * Makes the thumbnails of every picture that lacks them, one after the other, beside the answer to the upload. The table
 * says which: a crash loses none.
 */
@Injectable()
export class ThumbnailJob implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(ThumbnailJob.name);
  readonly #job = new WokenJob(() => this.#makeAll(), {
    retryMs: RETRY_MS,
    onFailure: (error) => this.#logger.warn({ msg: 'Thumbnails could not be made', error }),
  });

  constructor(
    private readonly files: AttachmentsRepository,
    private readonly thumbnails: Thumbnails,
    bus: Bus,
  ) {
    // Each node makes those of what is uploaded through it; of one that died, the others.
    bus.onGone(() => this.wake());
  }

  onApplicationBootstrap(): void {
    this.wake();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.#job.stop();
  }

  /** There is something to be made. */
  wake(): void {
    this.#job.wake();
  }

  /** One that cannot be made keeps none of the others from being made. @throws what kept the last of those */
  async #makeAll(): Promise<void> {
    let afterId = '';
    let failure: unknown;
    for (;;) {
      const files = await this.files.lackingThumbnails(afterId, FILES_PER_STEP);
      if (files.length === 0) break;
      for (const file of files) {
        if (this.#job.isStopped) return;
        failure = (await this.#make(file)) ?? failure;
        afterId = file.id;
      }
    }
    if (failure) throw failure;
  }

  /** What kept it from being made; undefined as well for one that is gone meanwhile. */
  async #make(file: AttachmentEntity): Promise<unknown> {
    try {
      await this.thumbnails.make(file);
      return undefined;
    } catch (error) {
      return error instanceof AppError && error.code === 'not_found' ? undefined : error;
    }
  }
}
