import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import { ChosenFiles, type Posting } from './chosen-files.js';
import { PostedFilesRepository, type Posted } from './posted-files.repository.js';
import { RemovedFiles } from './removed-files.js';

/** Files on their way into messages, and out of them. Messages without files ask nothing of the database. */
@Injectable()
export class PostedFiles {
  constructor(
    private readonly files: PostedFilesRepository,
    private readonly gone: RemovedFiles,
  ) {}

  async choose<Draft extends Posting>(tx: Transaction, drafts: Draft[]): Promise<ChosenFiles<Draft>> {
    const ids = drafts.flatMap(({ attachmentIds }) => attachmentIds);
    await lockRows(tx, 'attachments', ids);
    return new ChosenFiles(drafts, ids.length > 0 ? await this.files.byIds(tx, ids) : []);
  }

  /** To be called in the transaction in which they were chosen. */
  async post(tx: Transaction, posted: Posted[]): Promise<void> {
    if (posted.length > 0) await this.files.post(tx, posted);
  }

  /** Nobody gets the files of these messages any more. Call `removed` after the commit. */
  async remove(tx: Transaction, messageIds: string[], at: number): Promise<void> {
    if (messageIds.length > 0) await this.gone.remove(tx, await this.files.idsOf(tx, messageIds), at);
  }

  removed(): void {
    this.gone.wake();
  }
}
