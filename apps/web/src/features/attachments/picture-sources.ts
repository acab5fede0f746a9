import type { Attachment } from '@parley/shared-types';

/** The longest side of what the server makes of a picture, in pixels. */
const THUMBNAILS_PX = [480, 1280];
/** Of a picture of which nothing is known. */
const SOME_PX = 480;

export type Source = { src: string; width: number; height: number };

/**
 * The smaller forms of a picture, the smallest first; none while it is not on the server. The server never makes one
 * larger than the picture is.
 */
export const sourcesOf = ({ width, height, thumbnailUrl }: Attachment): Source[] => {
  if (!thumbnailUrl) return [];
  const full = { width: width ?? SOME_PX, height: height ?? SOME_PX };
  const longest = Math.max(full.width, full.height);
  const needed = THUMBNAILS_PX.filter((_, index) => longest > (THUMBNAILS_PX[index - 1] ?? 0));
  return needed.map((px) => {
    const scale = Math.min(1, px / longest);
    return {
      src: `${thumbnailUrl}?size=${px}`,
      width: Math.max(1, Math.round(full.width * scale)),
      height: Math.max(1, Math.round(full.height * scale)),
    };
  });
};

/** Undefined when there is nothing to choose from. */
export const srcSetOf = (sources: readonly Source[]) =>
  sources.map(({ src, width }) => `${src} ${width}w`).join(', ') || undefined;
