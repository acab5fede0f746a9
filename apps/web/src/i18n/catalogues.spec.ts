import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ar from '../../messages/ar.json';
import de from '../../messages/de.json';
import en from '../../messages/en.json';
import { placeholdersOf } from './placeholders';

type Tree = { [name: string]: string | Tree };

const flat = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[prefix + name, value] as [string, string]]
      : flat(value, `${prefix}${name}.`),
  );

const english = new Map(flat(en));

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(spec|d)\.tsx?$/.test(file))
    .map((file) => path.join(folder, file));

describe.each(Object.entries({ de, ar }))('the catalogue %s', (locale, messages) => {
  const translated = new Map(flat(messages));

  it('says all that the English one says, in its order, and nothing else', () => {
    expect([...translated.keys()]).toEqual([...english.keys()]);
  });

  it('wants to be given what the English one wants', () => {
    const wanted = (catalogue: Map<string, string>) =>
      Object.fromEntries([...catalogue].map(([key, message]) => [key, placeholdersOf(message)]));
    expect(wanted(translated)).toEqual(wanted(english));
  });

  it('has a case for every number its language tells apart', () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const lacking = [...translated].filter(
      ([, message]) =>
        message.includes(', plural,') && !needed.every((category) => message.includes(`${category} {`)),
    );
    expect(lacking).toEqual([]);
  });

  it('leaves no sentence empty', () => {
    expect([...translated].filter(([, message]) => !message.trim())).toEqual([]);
  });
});

describe('the English catalogue', () => {
  it('has nothing that the page does not say', () => {
    const sources = ['../', '../../../../libs/shared-types/src']
      .flatMap((folder) => sourceFiles(path.join(import.meta.dirname, folder)))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const words = new Set(sources.match(/\w+/g));
    const unsaid = [...english.keys()].filter((key) => !key.split('.').every((part) => words.has(part)));
    expect(unsaid).toEqual([]);
  });
});
