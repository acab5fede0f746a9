import type { Attachment } from '@parley/shared-types';
import { blocksOf, frameStyle, galleryRows, sizeOf } from './frames';
import { roughHeight } from './rough-height';

const file = (given: Partial<Attachment>): Attachment => ({
  id: 'id',
  name: 'name',
  mimeType: 'application/octet-stream',
  size: 1,
  width: null,
  height: null,
  url: '/api/v1/files/id/name',
  thumbnailUrl: null,
  placeholder: null,
  alt: null,
  ...given,
});
const picture = (width = 400, height = 300) =>
  file({ mimeType: 'image/png', thumbnailUrl: '/api/v1/files/id/thumbnail', width, height });

const sizeOfOne = (given: Attachment) => sizeOf({ kind: blocksOf([given])[0]!.kind, files: [given] });

describe('the files of a message', () => {
  it('keep their order, and pictures that follow one another stand together', () => {
    const files = [picture(), picture(), file({}), picture(), file({ mimeType: 'audio/ogg' })];
    const told = blocksOf(files).map(({ kind, files: { length } }) => `${kind} ${length}`);
    expect(told).toEqual(['pictures 2', 'file 1', 'pictures 1', 'sound 1']);
  });

  it('are a plain file when no picture of them can be shown', () => {
    expect(blocksOf([file({ mimeType: 'image/svg+xml' })])[0]?.kind).toBe('file');
  });
});

describe('the place of a picture', () => {
  it('is as large as the picture', () => {
    expect(sizeOfOne(picture(200, 100))).toEqual({ width: 200, height: 100 });
  });

  it('is never larger than a message has space for, and keeps the shape', () => {
    expect(sizeOfOne(picture(4200, 2100))).toEqual({ width: 420, height: 210 });
    expect(sizeOfOne(picture(1000, 2000))).toEqual({ width: 160, height: 320 });
  });

  it('can be hit by a finger, however thin the picture is', () => {
    expect(sizeOfOne(picture(1, 10_000))).toEqual({ width: 48, height: 320 });
    expect(sizeOfOne(picture(8, 8))).toEqual({ width: 48, height: 48 });
  });

  it('is there also when nobody knows how large it will be', () => {
    const style = frameStyle({ kind: 'film', files: [file({ mimeType: 'video/webm' })] });
    expect(style).toEqual({ width: 'min(100%, 480px)', aspectRatio: '480 / 270' });
  });
});

describe('the height that is told before anything is shown', () => {
  it.each([picture(200, 100), picture(4200, 2100), picture(1000, 2000)])(
    'is that of a single picture, and the space around it',
    (one) => expect(roughHeight([one])).toBe(sizeOfOne(one).height + 8),
  );

  it('is none without files', () => {
    expect(roughHeight([])).toBe(0);
  });
});

describe('a gallery', () => {
  it.each([2, 3, 4, 5, 6, 7, 8, 9, 10])('of %i has all of them, and none alone in a row', (count) => {
    const rows = galleryRows(count);
    expect(rows.reduce((sum, each) => sum + each, 0)).toBe(count);
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...rows)).toBeLessThanOrEqual(3);
  });

  it('has the height of its rows', () => {
    const sizeOfMany = (count: number) => {
      const [block] = blocksOf(Array.from({ length: count }, () => picture()));
      return sizeOf(block!);
    };
    expect(sizeOfMany(2)).toEqual({ width: 420, height: 210 });
    expect(sizeOfMany(5).height).toBeGreaterThan(sizeOfMany(3).height);
  });
});
