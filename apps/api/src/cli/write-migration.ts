import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineOf } from '../config/database-url.js';
import { differenceAt } from '../infra/migrations/difference.js';
import type { Schema } from '../infra/migrations/migration.js';
import { classNameOf, indexText, migrationText } from '../infra/migrations/migration-text.js';
import { Told } from './told.js';

/** Beside the program that is running: the sources, also where it runs what was built from them. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../src/migrations', import.meta.url));

/**
 * Writes what the entities want otherwise than the database has it as a migration for its engine, into `folder`, and
 * into the list there. @returns the file; null when there is nothing to change
 */
export async function writeMigration(
  url: string,
  schema: Schema,
  name: string,
  folder = MIGRATIONS_FOLDER,
): Promise<string | null> {
  if (!/^[A-Za-z][\w-]*$/.test(name)) throw new Told(`A migration cannot be called "${name}".`);
  const difference = await differenceAt(url, schema);
  if (!difference) return null;

  const own = path.join(folder, engineOf(url));
  const given = classNameOf(name);
  const stamp = Date.now();
  const file = path.join(own, `${stamp}-${given}.ts`);
  await writeFile(file, await formatted(migrationText(`${given}${stamp}`, difference), file));
  const index = path.join(own, 'index.ts');
  await writeFile(index, await formatted(indexText(await migrationsIn(own)), index));
  return file;
}

async function migrationsIn(folder: string) {
  const names = (await readdir(folder)).filter((file) => /^\d{13}-\w+\.ts$/.test(file)).sort();
  return names.map((name) => {
    const file = path.basename(name, '.ts');
    const [stamp, given] = file.split('-') as [string, string];
    return { file, className: `${given}${stamp}` };
  });
}

/** Only who works on Parley writes migrations, and has what formats it. */
async function formatted(text: string, filepath: string): Promise<string> {
  const { format, resolveConfig } = await import('prettier');
  return format(text, { ...(await resolveConfig(MIGRATIONS_FOLDER)), filepath });
}
