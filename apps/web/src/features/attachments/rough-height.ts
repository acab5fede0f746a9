import type { Attachment } from '@parley/shared-types';

/** How large a single picture is at most, in CSS pixels. */
export const PICTURE_PX = { width: 420, height: 320 };

const GALLERY_PX = 210;

/**
 * About how high the files of a message are together, in CSS pixels, until they have been on screen; right for one
 * picture, which is what most of them are.
 */
export const roughHeight = (files: readonly Attachment[]) => {
  const [first] = files;
  if (!first) return 0;
  const { width, height, thumbnailUrl } = first;
  if (thumbnailUrl === null) return files.length * 64;
  if (files.length > 1 || !width || !height) return GALLERY_PX;
  return Math.min(height, PICTURE_PX.height, (height * PICTURE_PX.width) / width) + 8;
};
