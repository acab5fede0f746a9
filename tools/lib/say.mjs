/** One line to the person at the terminal. */
export const say = (line) => process.stdout.write(`${line}\n`);

/** A failure that its one line explains: no stack is shown. */
export class Told extends Error {}

/** Runs a command of this folder; what it throws becomes one line and exit code 1. */
export async function command(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Told ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
