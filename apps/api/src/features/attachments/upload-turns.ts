import { Injectable } from '@nestjs/common';
import { rateLimited } from '../../common/app-error.js';

/** As many as a message may have. */
const AT_ONCE = 10;

/** Uploads of one person at the same time. */
@Injectable()
export class UploadTurns {
  readonly #running = new Map<string, number>();

  /** @throws AppError `rate_limited` */
  async run<T>(userId: string, upload: () => Promise<T>): Promise<T> {
    const running = this.#running.get(userId) ?? 0;
    if (running >= AT_ONCE) throw rateLimited(undefined, `At most ${AT_ONCE} uploads at once.`);
    this.#running.set(userId, running + 1);
    try {
      return await upload();
    } finally {
      const left = this.#running.get(userId)! - 1;
      if (left === 0) this.#running.delete(userId);
      else this.#running.set(userId, left);
    }
  }
}
