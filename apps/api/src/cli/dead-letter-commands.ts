import { MAX_RECORDS_PER_PAGE, type DeadLetter } from '@parley/shared-types';
import type { Command } from 'commander';
import { loadEnv } from '../config/env.js';
import type { Runner } from './parley.js';
import type { Call } from './rest-calls.js';
import { Told } from './told.js';
import type { Outcome } from './user-commands.js';
import { withServer } from './with-server.js';

type Options = { json?: boolean; topic?: string; all?: boolean };
type OfTopic = { topic?: string };

/** What can be done with work that was given up. */
export function deadLetterCommands(program: Command, run: Runner): void {
  const command = (name: string, summary: string) =>
    program.command(name).description(summary).option('--json', 'print the outcome as JSON, on one line');
  const ask = (json: boolean | undefined, work: (call: Call) => Promise<Outcome>) =>
    run(json ?? false, (settings) => withServer(loadEnv(settings), work));
  const TOPIC = ['--topic <topic>', 'only of this kind, such as files.removed'] as const;

  command('dead-letters', 'list work that failed again and again and was given up')
    .option(...TOPIC)
    .action(({ json, topic }: Options) => ask(json, (call) => list(call, ofTopic(topic))));
  command('dead-letters:replay', 'have one done again, or all of them')
    .argument('[id]', 'which one')
    .option('--all', 'all of them')
    .option(...TOPIC)
    .action((id: string | undefined, { json, all, topic }: Options) =>
      ask(json, (call) => replay(call, id, all ?? false, ofTopic(topic))),
    );
  command('dead-letters:discard', 'give one up for good')
    .argument('<id>', 'which one')
    .action((id: string, { json }: Options) => ask(json, (call) => discard(call, id)));
}

const ofTopic = (topic: string | undefined): OfTopic => (topic === undefined ? {} : { topic });

async function list(call: Call, filter: OfTopic): Promise<Outcome> {
  const items: DeadLetter[] = [];
  let cursor: string | null = null;
  do {
    const query = { ...filter, limit: MAX_RECORDS_PER_PAGE, ...(cursor && { cursor }) };
    const page: { items: DeadLetter[]; nextCursor: string | null } = await call('adminDeadLetters', query);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return {
    lines: items.length === 0 ? ['There are no dead letters.'] : items.map(toLine),
    data: { items },
  };
}

const toLine = ({ id, topic, payload, attempts, error, diedAt }: DeadLetter): string =>
  `${id}  ${diedAt}  ${topic} ${payload}  ${attempts} attempts: ${error ?? ''}`;

async function replay(call: Call, id: string | undefined, all: boolean, filter: OfTopic): Promise<Outcome> {
  const isMany = all || filter.topic !== undefined;
  if ((id === undefined) !== isMany) throw new Told('Say which one: an id, --topic TOPIC or --all.');
  if (id !== undefined) {
    await call('adminReplayDeadLetter', { deadLetterId: id });
    return { lines: ['It is done again now.'], data: { count: 1 } };
  }
  const replayed = await call('adminReplayDeadLetters', filter);
  return { lines: [`${replayed.count} are done again now.`], data: replayed };
}

async function discard(call: Call, id: string): Promise<Outcome> {
  await call('adminDiscardDeadLetter', { deadLetterId: id });
  return { lines: ['It is given up for good.'], data: { count: 1 } };
}
