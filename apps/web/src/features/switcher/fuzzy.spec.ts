import { bestFirst, matchOf } from './fuzzy';

test('the better a name begins the better it answers', () => {
  expect(matchOf('design', 'des')).toBe(4);
  expect(matchOf('web design', 'des')).toBe(3);
  expect(matchOf('redesign', 'des')).toBe(2);
  expect(matchOf('dinner ideas', 'des')).toBe(1);
  expect(matchOf('general', 'des')).toBe(0);
});

test('case, accents and width do not matter', () => {
  expect(matchOf('Zoë Ångström', 'zoe ang')).toBe(4);
  expect(matchOf('ｗｉｄｅ', 'wide')).toBe(4);
  expect(matchOf('日本語の部屋', '部屋')).toBe(2);
});

test('parts of several words answer too', () => {
  expect(matchOf('release-notes', 'relno')).toBe(1);
  expect(matchOf('Grace Hopper', 'g h')).toBe(1);
});

test('the best answer comes first, wherever it stood', () => {
  const names = ['redesign', 'web design', 'general', 'design'];
  expect(bestFirst(names, 'des', (name) => [name])).toEqual(['design', 'web design', 'redesign']);
});

test('equals keep the order that they came in, and nothing typed keeps all', () => {
  const names = ['beta two', 'alpha', 'beta one'];
  expect(bestFirst(names, 'beta', (name) => [name])).toEqual(['beta two', 'beta one']);
  expect(bestFirst(names, ' ', (name) => [name])).toEqual(names);
});

test('the best of several names counts', () => {
  const people = [{ names: ['Grace Hopper', 'ghopper'] }, { names: ['Hoppy', 'h'] }];
  expect(bestFirst(people, 'gh', ({ names }) => names)).toEqual([people[0]]);
});
