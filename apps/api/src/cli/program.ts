import { CommanderError, type Command } from 'commander';
import { explain } from './told.js';

/** Where lines for people and programs go, and lines about failures. */
export type Output = { out: (line: string) => void; err: (line: string) => void };

/** Runs one command of a program. @returns the exit code: 0 when what was asked for is so now */
export async function runProgram(program: Command, args: string[], { out, err }: Output): Promise<number> {
  for (const each of [program, ...program.commands]) {
    each
      .exitOverride()
      .configureOutput({ writeOut: (text) => out(text.trimEnd()), writeErr: (text) => err(text.trimEnd()) });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Help, and what commander says of wrong arguments: it has printed them.
    if (error instanceof CommanderError) return error.exitCode;
    err(explain(error));
    return 1;
  }
}
