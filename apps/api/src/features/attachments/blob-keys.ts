import type { AttachmentEntity } from './attachment.entity.js';

/** The longer side of the small pictures of a picture, in pixels. */
export const THUMBNAIL_SIZES = [480, 1280] as const;
export type ThumbnailSize = (typeof THUMBNAIL_SIZES)[number];

type Stored = Pick<AttachmentEntity, 'storageKey' | 'thumbnails'>;

export const thumbnailKey = ({ storageKey }: Pick<Stored, 'storageKey'>, size: ThumbnailSize): string =>
  `${storageKey}.${size}.webp`;

/** All that the store may have of a file: thumbnails that are pending may be there already. */
export const blobKeysOf = (file: Stored): string[] => [
  file.storageKey,
  ...(file.thumbnails === 'none' ? [] : THUMBNAIL_SIZES.map((size) => thumbnailKey(file, size))),
];
