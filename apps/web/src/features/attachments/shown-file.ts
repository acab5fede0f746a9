import type { OutboxFile } from '@parley/chat-client';
import type { Attachment } from '@parley/shared-types';

/** A file as it is shown. `blob` is what is in it, as long as only this browser has it for certain; `url` may be '' then. */
export type ShownFile = Attachment & { readonly blob?: Blob | null };

/** What the server makes a picture of, and every browser can show. */
const PICTURE = /^image\/(jpeg|png|gif|webp|avif)$/;

const made = new WeakMap<OutboxFile, ShownFile>();

const unsent = ({ fileId, blob, name, mimeType, size, alt, attachment }: OutboxFile): ShownFile => ({
  id: fileId,
  name,
  mimeType,
  size,
  alt,
  width: null,
  height: null,
  url: '',
  thumbnailUrl: PICTURE.test(mimeType) ? '' : null,
  placeholder: null,
  ...attachment,
  blob,
});

/** A file of a message that is not stored yet; the same object for the same file. */
export const shownBefore = (file: OutboxFile): ShownFile => {
  const shown = made.get(file) ?? unsent(file);
  made.set(file, shown);
  return shown;
};
