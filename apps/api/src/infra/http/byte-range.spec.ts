import { byteRange } from './byte-range.js';

describe('a range of ten bytes', () => {
  it.each([
    ['bytes=0-4', { start: 0, end: 4 }],
    ['bytes=0-0', { start: 0, end: 0 }],
    ['Bytes= 5- ', { start: 5, end: 9 }],
    ['bytes=8-99', { start: 8, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-99', { start: 0, end: 9 }],
    ['bytes=10-', null],
    ['bytes=99999999999999999999-', null],
    ['bytes=-0', null],
    [undefined, undefined],
    ['', undefined],
    ['bytes=-', undefined],
    ['bytes=5-4', undefined],
    ['bytes=0-1,3-4', undefined],
    ['bytes=a-b', undefined],
    ['lines=0-1', undefined],
  ])('%s is %j', (header, range) => {
    expect(byteRange(header, 10)).toEqual(range);
  });
});
