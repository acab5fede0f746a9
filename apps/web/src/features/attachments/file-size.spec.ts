import { fileSize } from './file-size';

describe('the size of a file', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [1_023, '1,023 bytes'],
    [1_024, '1 kB'],
    [5 * 1024 ** 2, '5 MB'],
    [5_432_100, '5.2 MB'],
    [25 * 1024 ** 2, '25 MB'],
    [3 * 1024 ** 3, '3 GB'],
  ])('%i is written %s', (bytes, written) => {
    expect(fileSize(bytes, 'en')).toBe(written);
  });

  it('is written as the language does', () => {
    expect(fileSize(5_432_100, 'de')).toBe('5,2 MB');
  });
});
