import type { Command } from 'commander';
import { isDatabaseUrl, placeOf } from '../config/database-url.js';
import { loadEnv } from '../config/env.js';
import { move } from '../infra/migrations/move.js';
import { SCHEMA } from '../schema.js';
import type { Runner } from './parley.js';
import { Told } from './told.js';
import type { Outcome } from './user-commands.js';

const HELP = `
Copies everything from the database at DATABASE_URL to the one at URL (postgres://… or mysql://…), which must be
empty, and compares every row. Stop the server first: what it writes meanwhile would not come along; the command sees
to it that none runs on either side. What is copied from stays as it is, and stays in use until you set DATABASE_URL.
If it is stopped half way, run it again. Uploaded files stay where they are.`;

/** `migrate --to URL` */
export function moveCommand(program: Command, run: Runner, tell: (line: string) => void): void {
  program
    .command('migrate')
    .description('copy everything into an empty database at a server, to use it from then on')
    .requiredOption('--to <url>', 'the database to move to')
    .option('--json', 'print the outcome as JSON, on one line')
    .addHelpText('after', HELP)
    .action(({ to, json = false }: { to: string; json?: boolean }) =>
      run(json, (settings) => moveTo(loadEnv(settings).DATABASE_URL, to, json ? () => undefined : tell)),
    );
}

async function moveTo(from: string, to: string, tell: (line: string) => void): Promise<Outcome> {
  if (!isDatabaseUrl(to) || !URL.canParse(to)) {
    throw new Told(
      '--to: use postgres://USER:PASSWORD@HOST/DATABASE or mysql://USER:PASSWORD@HOST/DATABASE.',
    );
  }
  const moved = await move(from, to, SCHEMA, tell);
  return {
    data: { ...moved, from: placeOf(from), to: placeOf(to) },
    lines: [
      `Copied ${moved.rows} rows of ${moved.tables} tables from ${placeOf(from)} to ${placeOf(to)}, and compared each.`,
      'To switch, set DATABASE_URL to the address that you gave with --to, and start.',
      `${placeOf(from)} is as it was. Keep it until you are content; whatever is written from then on is not in it.`,
    ],
  };
}
