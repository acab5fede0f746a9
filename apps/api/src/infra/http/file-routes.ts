import { Attachment, Id, type Route } from '@parley/shared-types';
import * as z from 'zod';

const file = { attachmentId: Id };

/** What of the contract is not JSON, or not only: files on their way in and out. */
export const fileRoutes = {
  upload: {
    method: 'POST',
    url: '/uploads',
    summary: 'Upload a file, to be posted within a day: multipart, field `file`, before it perhaps `alt`',
    data: Attachment,
    status: 201,
  },
  thumbnail: {
    method: 'GET',
    url: '/files/:attachmentId/thumbnail',
    summary: 'A small picture of a picture, as WebP; `size` is its longer side',
    path: z.strictObject(file),
    query: z.strictObject({ size: z.enum(['480', '1280']).default('480').transform(Number) }),
  },
  file: {
    method: 'GET',
    url: '/files/:attachmentId/:name',
    summary: 'A file; ranges and conditional requests are answered as RFC 9110 says',
    path: z.strictObject({ ...file, name: z.string() }),
  },
} satisfies Record<string, Route>;
