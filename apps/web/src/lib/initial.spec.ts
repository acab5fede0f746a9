import { initialOf } from './initial';

describe('the letter on an avatar', () => {
  it.each([
    ['ada', 'A'],
    ['👩‍🚀 grace', '👩‍🚀'],
    ['\u200Flinus', 'L'],
    ['é́lan', 'É́'],
    ['...', '.'],
    ['', '?'],
  ])('of %j is %j', (name, letter) => {
    expect(initialOf(name)).toBe(letter);
  });
});
