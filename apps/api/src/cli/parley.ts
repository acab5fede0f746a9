import { Command, CommanderError } from 'commander';
import { loadEnv } from '../config/env.js';
import { deadLetterCommands } from './dead-letter-commands.js';
import { moveCommand } from './move-command.js';
import type { Output } from './program.js';
import { explain } from './told.js';
import { userCommands, type Outcome } from './user-commands.js';
import { withServer } from './with-server.js';

/**
 * The operator's tool: runs one command with the settings of the server.
 * @returns the exit code: 0 when what was asked for is so now
 */
export async function parley(
  args: string[],
  settings: Record<string, string | undefined>,
  output: Output,
): Promise<number> {
  let exitCode = 0;
  const program = programOf(output, async (isJson, command) => {
    try {
      print(await command(settings), isJson, output);
    } catch (error) {
      const message = explain(error);
      output.err(message);
      if (isJson) output.out(JSON.stringify({ error: message }));
      exitCode = 1;
    }
  });

  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Help, and what commander says of wrong arguments: it has printed them.
    if (error instanceof CommanderError) return error.exitCode;
    throw error;
  }
}

type Run = (settings: Record<string, string | undefined>) => Promise<Outcome>;

/** Runs a command, and tells what came of it. */
export type Runner = (isJson: boolean, command: Run) => Promise<void>;

function programOf({ out, err }: Output, run: Runner): Command {
  const program = new Command('npm run parley --')
    .description("The operator's tool. It uses the server of DATA_DIR, whether it runs or not.")
    .exitOverride()
    .configureOutput({ writeOut: (text) => out(text.trimEnd()), writeErr: (text) => err(text.trimEnd()) });

  for (const [name, command] of Object.entries(userCommands)) {
    program
      .command(name)
      .description(command.summary)
      .argument('<name>', "the person's username")
      .option('--json', 'print the outcome as JSON, on one line')
      .action((username: string, { json = false }: { json?: boolean }) =>
        run(json, (settings) => withServer(loadEnv(settings), (call) => command.run(call, username))),
      );
  }
  deadLetterCommands(program, run);
  moveCommand(program, run, out);
  return program;
}

function print({ lines, data }: Outcome, isJson: boolean, { out }: Output): void {
  if (isJson) out(JSON.stringify(data));
  else lines.forEach(out);
}
