import type { Attachment } from '@parley/shared-types';
import type { OutboxFile } from '../attachments/outbox-file.js';

const idOf = (number: number) => `30000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** What the server makes of the file of this number. */
export const sampleAttachment = (number: number, changed: Partial<Attachment> = {}): Attachment => ({
  id: idOf(number),
  name: `file-${number}.txt`,
  mimeType: 'text/plain',
  size: 4,
  width: null,
  height: null,
  url: `/api/v1/files/${idOf(number)}/file-${number}.txt`,
  thumbnailUrl: null,
  placeholder: null,
  alt: null,
  ...changed,
});

/** A file that somebody has chosen. */
export const sampleFile = (number: number, changed: Partial<OutboxFile> = {}): OutboxFile => ({
  fileId: `file-${number}`,
  blob: new Blob(['text']),
  name: `file-${number}.txt`,
  mimeType: 'text/plain',
  size: 4,
  alt: null,
  attachment: null,
  ...changed,
});
