import type { Attachment } from '@parley/shared-types';
import { newId } from '../new-id.js';

/** A file of a message that is not stored yet. */
export interface OutboxFile {
  /** Its name in this client; unique for ever. */
  readonly fileId: string;
  /** What is in it; null after a reload when this device could not keep it. */
  readonly blob: Blob | null;
  readonly name: string;
  readonly mimeType: string;
  /** In bytes. */
  readonly size: number;
  /** What a picture shows. */
  readonly alt: string | null;
  /** What the server made of it, once it is uploaded. */
  readonly attachment: Attachment | null;
}

type WithFiles = { readonly files?: readonly OutboxFile[] | undefined };

/** The files of a message that are still to be uploaded. */
export const lackingOf = ({ files = [] }: WithFiles): OutboxFile[] =>
  files.filter(({ attachment }) => attachment === null);

/** What the server calls the files of a message, in order. */
export const attachmentIdsOf = ({ files = [] }: WithFiles): string[] =>
  files.flatMap(({ attachment }) => attachment?.id ?? []);

/** A file as somebody has just chosen it. */
export const chosenFile = (blob: Blob, name: string): OutboxFile => ({
  fileId: newId(),
  blob,
  name,
  mimeType: blob.type,
  size: blob.size,
  alt: null,
  attachment: null,
});
