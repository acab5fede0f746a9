import type { Attachment } from '@parley/shared-types';
import { invalid, type AppError } from '../../common/app-error.js';
import type { AttachmentEntity } from './attachment.entity.js';
import { toAttachment } from './attachment-view.js';

/** What a message is to be posted with, in the order in which it shows. */
export type Posting = { senderId: string; attachmentIds: string[] };

const NONE: Attachment[] = [];

/** Whether this person may still post the file. */
export const isToPost = (file: AttachmentEntity, userId: string): boolean =>
  file.uploaderId === userId && file.postedAt === null && file.removedAt === null;

/** What the drafts of one transaction are posted with: only what its sender has uploaded, and each file once for ever. */
export class ChosenFiles<Draft extends Posting> {
  readonly #chosen = new Map<Draft, Attachment[] | AppError>();

  /** @param files those of the drafts' files that exist */
  constructor(drafts: Draft[], files: AttachmentEntity[]) {
    const fileOf = new Map(files.map((file) => [file.id, file]));
    for (const draft of drafts.filter(({ attachmentIds }) => attachmentIds.length > 0)) {
      const own = draft.attachmentIds.flatMap((id) => fileOf.get(id) ?? []);
      const mayHaveAll =
        own.length === draft.attachmentIds.length && own.every((file) => isToPost(file, draft.senderId));
      this.#chosen.set(draft, mayHaveAll ? own.map(toAttachment) : refusal());
      // Of two drafts in one transaction the first has it.
      if (mayHaveAll) for (const { id } of own) fileOf.delete(id);
    }
  }

  /** Why a draft may not be posted with what it names; null when it may. */
  refusalOf(draft: Draft): AppError | null {
    const chosen = this.#chosen.get(draft);
    return chosen instanceof Error ? chosen : null;
  }

  of(draft: Draft): Attachment[] {
    const chosen = this.#chosen.get(draft);
    return chosen instanceof Error ? NONE : (chosen ?? NONE);
  }
}

const refusal = () => invalid('attachmentIds', 'Only files that you have uploaded and not posted yet');
