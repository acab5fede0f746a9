import { languageOf, loadLanguage } from './languages';

test.each([
  ['ts', 'typescript'],
  ['C++', 'cpp'],
  ['HTML', 'xml'],
  ['python', 'python'],
])('a fence that names %s is read as %s', async (name, language) => {
  expect(languageOf(name)).toBe(language);
  expect(await loadLanguage(language as 'python')).toBeInstanceOf(Function);
});

test.each(['', 'klingon', 'constructor', '__proto__', 'toString'])('%j is no language', (name) => {
  expect(languageOf(name)).toBeUndefined();
});
