import { Command } from 'commander';
import { engineOf, placeOf } from '../config/database-url.js';
import { loadEnv } from '../config/env.js';
import { claimDatabase } from '../infra/database/claim.js';
import { migrate, revert } from '../infra/migrations/migrate.js';
import { SCHEMA } from '../schema.js';
import { runProgram, type Output } from './program.js';
import { writeMigration } from './write-migration.js';

/**
 * Migrations of the database at DATABASE_URL: runs one command.
 * @returns the exit code: 0 when what was asked for is so now
 */
export function migrations(
  args: string[],
  settings: Record<string, string | undefined>,
  output: Output,
): Promise<number> {
  const program = new Command('npm run').description('Migrations of the database at DATABASE_URL.');
  const url = () => loadEnv(settings).DATABASE_URL;
  const { out } = output;

  program
    .command('migration:generate')
    .description('write what the entities want otherwise than the database has it as a migration')
    .argument('<name>', 'what it does, such as AddShoeSizes')
    .action(async (name: string) => {
      const file = await writeMigration(url(), SCHEMA, name);
      out(file ? `Wrote ${file}.` : `Nothing to change: ${placeOf(url())} is as the entities say.`);
    });

  program
    .command('migration:run')
    .description('run what is pending')
    .action(async () => {
      const ran = await claimed(url(), isFile(url()), () => migrate(url(), SCHEMA, { tell: out }));
      if (ran.length === 0) out(`Nothing is pending on ${placeOf(url())}.`);
    });

  program
    .command('migration:revert')
    .description('take the latest migration back, with what it made')
    .action(async () => {
      const reverted = await claimed(url(), true, () => revert(url(), SCHEMA, { tell: out }));
      if (!reverted) out(`There is no migration on ${placeOf(url())}.`);
    });

  return runProgram(program, args, output);
}

const isFile = (url: string): boolean => engineOf(url) === 'sqlite';

/** At a server, nodes of the version before may be working while the new one's migrations run. */
async function claimed<T>(url: string, isExclusive: boolean, work: () => Promise<T>): Promise<T> {
  const release = isExclusive ? await claimDatabase(url) : null;
  try {
    return await work();
  } finally {
    await release?.();
  }
}
