import * as z from 'zod/mini';
import { MAX_ALT_LENGTH, MAX_ATTACHMENTS_PER_MESSAGE } from './limits.js';
import { Id, line } from './primitives.js';

/**
 * A file in a message. `size` in bytes; `width` and `height` in pixels, as shown (pictures and films); `url` answers the
 * file, `thumbnailUrl` a small picture of it. `placeholder` is a tiny picture as a `data:` address, to be shown until
 * then. `alt` is what a picture shows, for whoever does not see it.
 */
export const Attachment = z.object({
  id: Id,
  name: z.string(),
  mimeType: z.string(),
  size: z.int(),
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  url: z.string(),
  thumbnailUrl: z.nullable(z.string()),
  placeholder: z.nullable(z.string()),
  alt: z.nullable(z.string()),
});
export type Attachment = z.infer<typeof Attachment>;

/** What a message is sent with: files that its sender has uploaded and not posted yet, in the order in which they show. */
export const AttachmentIds = z.array(Id).check(
  z.maxLength(MAX_ATTACHMENTS_PER_MESSAGE),
  z.refine((ids) => new Set(ids).size === ids.length, { error: 'Each file once' }),
);

export const AttachmentPath = z.strictObject({ attachmentId: Id });

/** An empty text takes the description away. */
export const DescribeAttachment = z.strictObject({ alt: line(0, MAX_ALT_LENGTH) });

/** How large files may be here, in bytes. */
export const UploadRules = z.object({ maxImageBytes: z.int(), maxFileBytes: z.int() });
export type UploadRules = z.infer<typeof UploadRules>;
