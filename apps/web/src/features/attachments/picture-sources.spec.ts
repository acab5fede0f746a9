import type { Attachment } from '@parley/shared-types';
import { sourcesOf, srcSetOf } from './picture-sources';

const picture = (width: number, height: number, given: Partial<Attachment> = {}) =>
  ({ width, height, url: '/full', thumbnailUrl: '/small', ...given }) as Attachment;

describe('the forms of a picture', () => {
  it('are as wide as the server makes them: by the longest side', () => {
    expect(srcSetOf(sourcesOf(picture(3000, 1500)))).toBe('/small?size=480 480w, /small?size=1280 1280w');
    expect(srcSetOf(sourcesOf(picture(1500, 3000)))).toBe('/small?size=480 240w, /small?size=1280 640w');
  });

  it('are never said to be larger than the picture', () => {
    expect(sourcesOf(picture(600, 300))).toEqual([
      { src: '/small?size=480', width: 480, height: 240 },
      { src: '/small?size=1280', width: 600, height: 300 },
    ]);
    expect(sourcesOf(picture(20, 10))).toEqual([{ src: '/small?size=480', width: 20, height: 10 }]);
  });

  it('are not there while it is in this browser alone', () => {
    expect(srcSetOf(sourcesOf(picture(3000, 1500, { url: '', thumbnailUrl: '' })))).toBeUndefined();
  });
});
