import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from './lib/root.mjs';

const PLACES = [
  'apps/e2e/src/specs',
  'apps/web/src',
  'apps/web/server',
  'libs',
  'apps/api/src',
  'apps/api/test',
];

const SPEC = /(?:\.spec\.(?:ts|tsx|mjs)|(\.contract)\.ts)$/;
const specs = PLACES.flatMap((place) =>
  readdirSync(fromRoot(place), { recursive: true })
    .map((name) => path.join(place, String(name)))
    .filter((name) => SPEC.test(name) && !name.includes('node_modules')),
);
const sources = new Map(specs.map((name) => [name, readFileSync(fromRoot(name), 'utf8')]));

const rows = readFileSync(fromRoot('docs/ux-checklist.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (item|-)/.test(line))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  .map(([, item, shown]) => ({ item, shown }));

/** `talk › a newcomer lands in general` → the spec's name and the words of the title. */
const references = rows.flatMap(({ item, shown }) =>
  [...shown.matchAll(/`([\w./-]+) › ([^`]+)`/g)].map(([, spec, title]) => ({ item, spec, title })),
);

test('every item of the checklist names a test, or says that it is not done', () => {
  expect(rows.length).toBeGreaterThan(80);
  for (const { item, shown } of rows) expect(`${item}: ${shown}`).toMatch(/`[^`]+ › [^`]+`|not done/);
});

test.each(references)('$item: "$spec › $title" is there', ({ spec, title }) => {
  const files = specs.filter((name) => path.basename(name).replace(SPEC, '$1') === spec);
  expect(
    files.some(
      (name) => sources.get(name).includes(title.replaceAll("'", "\\'")) || sources.get(name).includes(title),
    ),
  ).toBe(true);
});
