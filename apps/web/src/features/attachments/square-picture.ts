import { CommandFailed } from '@parley/chat-client';

/** Twice as sharp as the largest face on the page. */
const SIDE_PX = 512;
const QUALITY = 0.9;

const unreadable = () =>
  new CommandFailed({ code: 'unsupported_media_type', message: 'This browser cannot read the picture.' });

/**
 * The middle of a picture as a small square, so that a photo of any size may be chosen. Throws `CommandFailed` when
 * this browser cannot read it.
 */
export const squarePicture = async (file: Blob): Promise<Blob> => {
  const picture = await createImageBitmap(file).catch(() => {
    throw unreadable();
  });
  const side = Math.min(picture.width, picture.height);
  const size = Math.min(side, SIDE_PX);
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  canvas
    .getContext('2d')
    ?.drawImage(
      picture,
      (picture.width - side) / 2,
      (picture.height - side) / 2,
      side,
      side,
      0,
      0,
      size,
      size,
    );
  picture.close();
  const square = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', QUALITY));
  if (!square) throw unreadable();
  return square;
};
