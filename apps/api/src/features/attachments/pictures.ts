import { MAX_IMAGE_PIXELS } from '@parley/shared-types';
import pLimit from 'p-limit';
import sharp, { type Sharp } from 'sharp';
import { AppError, invalid } from '../../common/app-error.js';
import { THUMBNAIL_SIZES, type ThumbnailSize } from './blob-keys.js';

// Pictures share the process with those who talk: one thread each, two at a time, nothing kept.
sharp.concurrency(1);
sharp.cache(false);
const working = pLimit(2);

/** What takes longer was made to take long. */
const LIMIT_SECONDS = 40;

const PLACEHOLDER_PIXELS = 16;
/** As an address, in characters. */
const PLACEHOLDER_LENGTH = 300;

const ANIMATED = new Set(['image/gif', 'image/webp']);

/** A picture without anything that its pixels do not show: no place, no device, no profile. */
export type CleanPicture = { width: number; height: number; placeholder: string };

/** Each format is written again as itself, at the speed of one that is waited for. */
const written: Record<string, (picture: Sharp) => Sharp> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: 85 }),
  'image/png': (picture) => picture.png({ compressionLevel: 7 }),
  'image/webp': (picture) => picture.webp({ quality: 85, effort: 2 }),
  'image/gif': (picture) => picture.gif({ effort: 3 }),
  'image/avif': (picture) => picture.avif({ quality: 60, effort: 0 }),
};

const opened = (file: string, mimeType: string): Sharp =>
  sharp(file, {
    limitInputPixels: MAX_IMAGE_PIXELS,
    animated: ANIMATED.has(mimeType),
    failOn: 'error',
    sequentialRead: true,
  }).timeout({ seconds: LIMIT_SECONDS });

/**
 * Writes the picture in `from` again to `to`, turned as its camera was held. All frames count as pixels.
 * @throws AppError `payload_too_large` for too many of them, before any is read; `validation_failed` when it is damaged
 */
export function cleanPicture(mimeType: string, from: string, to: string): Promise<CleanPicture> {
  return working(async () => {
    try {
      await opened(from, mimeType).metadata();
      const { width, height, pageHeight } = await written[mimeType]!(
        opened(from, mimeType).autoOrient(),
      ).toFile(to);
      return { width, height: pageHeight ?? height, placeholder: await placeholderOf(to) };
    } catch (error) {
      throw asRefusal(error);
    }
  });
}

/** The small pictures of a picture that has been cleaned, by their size; those that move, move. */
export function thumbnailsOf(mimeType: string, file: string): Promise<Map<ThumbnailSize, Buffer>> {
  return working(async () => {
    const made = new Map<ThumbnailSize, Buffer>();
    for (const size of THUMBNAIL_SIZES) {
      const small = opened(file, mimeType).resize(size, size, { fit: 'inside', withoutEnlargement: true });
      made.set(size, await small.webp({ quality: 80, effort: 2 }).toBuffer());
    }
    return made;
  });
}

/** Some pixels that can travel with every message. */
async function placeholderOf(file: string): Promise<string> {
  for (let pixels = PLACEHOLDER_PIXELS; ; pixels /= 2) {
    const tiny = await sharp(file, { limitInputPixels: MAX_IMAGE_PIXELS })
      .resize(pixels, pixels, { fit: 'inside' })
      .webp({ quality: 20, alphaQuality: 20 })
      .toBuffer();
    const address = `data:image/webp;base64,${tiny.toString('base64')}`;
    if (address.length <= PLACEHOLDER_LENGTH || pixels === 1) return address;
  }
}

function asRefusal(error: unknown): unknown {
  const { message, code } = error as NodeJS.ErrnoException;
  if (code !== undefined) return error;
  if (/pixel limit/.test(message)) {
    const most = `${MAX_IMAGE_PIXELS / 1_000_000} megapixels`;
    return new AppError('payload_too_large', `A picture may have ${most} at most, all frames counted.`);
  }
  return invalid('file', 'This picture is damaged, or not what it begins as.');
}
