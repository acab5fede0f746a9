import { PICTURE_PX } from './rough-height';
import type { ShownFile } from './shown-file';

/** What stands together in a message: pictures that follow one another are one gallery. */
export type Block = {
  kind: 'pictures' | 'film' | 'sound' | 'file';
  files: readonly [ShownFile, ...ShownFile[]];
};

const FILM_PX = { width: 480, height: 320 };
const GALLERY_PX = 420;
/** What is smaller cannot be hit, what is longer and thinner not be made out: that much is shown of it. */
const LEAST_PX = 48;
const SOUND_PX = { width: 360, height: 84 };
const FILE_PX = { width: 360, height: 58 };

const kindOf = ({ mimeType, thumbnailUrl }: ShownFile): Block['kind'] => {
  if (thumbnailUrl !== null) return 'pictures';
  if (mimeType.startsWith('video/')) return 'film';
  return mimeType.startsWith('audio/') ? 'sound' : 'file';
};

/** The files of a message in their order. */
export const blocksOf = (files: readonly ShownFile[]): Block[] => {
  const blocks: Block[] = [];
  for (const file of files) {
    const kind = kindOf(file);
    const last = blocks.at(-1);
    if (kind === 'pictures' && last?.kind === kind) last.files = [...last.files, file];
    else blocks.push({ kind, files: [file] });
  }
  return blocks;
};

/** How many pictures stand in each row of a gallery: two or three, so that none is left alone. */
export const galleryRows = (count: number): number[] => {
  if (count <= 3) return [count];
  if (count % 3 === 0) return Array<number>(count / 3).fill(3);
  const pairs = count % 3 === 2 ? 1 : 2;
  return [...Array<number>((count - 2 * pairs) / 3).fill(3), ...Array<number>(pairs).fill(2)];
};

type Size = { width: number; height: number };

/** As large as it is, as far as there is space for it. */
const fit = ({ width, height }: Size, space: Size): Size => {
  const scale = Math.min(1, space.width / width, space.height / height);
  const fitted = (px: number) => Math.max(LEAST_PX, Math.round(px * scale));
  return { width: fitted(width), height: fitted(height) };
};

/** How large a block is in CSS pixels, where there is space enough. Known before anything of it is loaded. */
export const sizeOf = ({ kind, files }: Block): Size => {
  const [{ width, height }] = files;
  if (kind === 'file') return FILE_PX;
  if (kind === 'sound') return SOUND_PX;
  if (files.length > 1) {
    const rows = galleryRows(files.length).length;
    return { width: GALLERY_PX, height: Math.round(GALLERY_PX * rows * (rows === 1 ? 1 / 2 : 4 / 9)) };
  }
  const space = kind === 'film' ? FILM_PX : PICTURE_PX;
  return width && height
    ? fit({ width, height }, space)
    : { width: space.width, height: (space.width * 9) / 16 };
};

/** Keeps the place of a block on any screen, also before what is in it is there. */
export const frameStyle = (block: Block): React.CSSProperties => {
  const { width, height } = sizeOf(block);
  const keepsHeight = block.kind === 'file' || block.kind === 'sound';
  return {
    width: `min(100%, ${width}px)`,
    ...(keepsHeight ? { height } : { aspectRatio: `${width} / ${height}` }),
  };
};
