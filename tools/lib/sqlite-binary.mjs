import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { npm } from './npm.mjs';
import { fromRoot } from './root.mjs';
import { say, Told } from './say.mjs';

const sqlite = fromRoot('node_modules/sqlite3');

/** Whether SQLite's native part is there; an install without scripts, or one cut short, leaves it out. */
export const hasSqlite = () => existsSync(path.join(sqlite, 'build/Release/node_sqlite3.node'));

/**
 * Downloads or compiles SQLite's native part in a temporary folder and brings it back: its compilation breaks
 * below a path with spaces.
 * @throws Told when there is no compiler either
 */
export async function buildSqlite() {
  say('Building SQLite: about two minutes where it must be compiled.');
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-sqlite-'));
  const copy = path.join(folder, 'node_modules/sqlite3');
  try {
    cpSync(sqlite, copy, { recursive: true });
    writeFileSync(
      path.join(folder, 'package.json'),
      JSON.stringify({ private: true, dependencies: { sqlite3: '*' }, allowScripts: { sqlite3: true } }),
    );
    const PATH = [fromRoot('node_modules/.bin'), process.env.PATH].join(path.delimiter);
    await npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], {
      cwd: folder,
      // What its build itself requires stays where it is.
      env: { PATH, NODE_PATH: fromRoot('node_modules') },
      progress: 'still building SQLite',
    });
    if (existsSync(path.join(copy, 'build')))
      cpSync(path.join(copy, 'build'), path.join(sqlite, 'build'), { recursive: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (!hasSqlite()) throw new Told('SQLite could not be built: a C++ compiler, make and Python are needed.');
}
