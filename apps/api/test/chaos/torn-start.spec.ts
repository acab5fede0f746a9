import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { callRoute } from '../rest.js';
import { newNode, type Node } from './node.js';
import { seeded } from './random.js';
import { report } from './report.js';
import { signIn } from './sign-in.js';
import { faultsOfFile } from './stored.js';

const LIMIT_MS = 120_000;
const ROUNDS = process.env['CHAOS_CYCLES'] ? Number(process.env['CHAOS_CYCLES']) : 2;

/** About as long as a start takes, so that kills fall into all of it and a little behind. */
const LONGEST_LIFE_MS = 1_200;

/** What a first start makes, in that order: each is a moment to die at. */
const MADE_FIRST = ['secrets.json.new', 'parley.db.new', 'parley.db'];

const WATCH_MS = 20_000;

/** Looks without a pause, as what it waits for may be there for some microseconds only. */
async function killAtSightOf(node: Node, file: string): Promise<void> {
  const awaited = path.join(node.dataDir, file);
  const giveUpAt = Date.now() + WATCH_MS;
  node.launch();
  while (!existsSync(awaited) && Date.now() < giveUpAt);
  await node.kill();
}

async function expectUsable(node: Node): Promise<void> {
  await node.start();
  const ada = await signIn(node, 'ada');
  const { items } = await callRoute(node.url, ada.token, 'rooms', {});
  expect(items.map((room) => room.name)).toEqual(['general']);
  expect(await faultsOfFile(node.databaseFile)).toEqual([]);
  await node.kill();
}

describe('A first start that is killed', () => {
  it.each(MADE_FIRST)(
    'leaves a folder that can be started when it dies at %s',
    async (file) => {
      const node = await newNode();
      await killAtSightOf(node, file);
      await expectUsable(node);
    },
    LIMIT_MS,
  );

  it(
    'never leaves half of a key',
    async () => {
      for (let attempt = 1; attempt <= 4; attempt++) {
        const node = await newNode();
        await killAtSightOf(node, 'secrets.json');
        const text = await readFile(path.join(node.dataDir, 'secrets.json'), 'utf8');
        expect(text).toMatch(/^\{"sessionSecret":"[\w-]{64}"\}$/);
      }
    },
    LIMIT_MS,
  );

  it(
    'leaves a folder that can be started, at whatever moment and however often it dies',
    async () => {
      const random = seeded();
      report(`seed ${random.seed}`);
      for (let round = 1; round <= ROUNDS; round++) {
        const node = await newNode();
        for (let attempt = 1; attempt <= 2; attempt++) {
          node.launch();
          await delay(random.between(0, LONGEST_LIFE_MS));
          await node.kill();
        }
        await expectUsable(node);
      }
    },
    LIMIT_MS,
  );

  it(
    'is not stopped by what a kill left half written',
    async () => {
      const node = await newNode();
      const leftBehind = (name: string, text: string) => writeFile(path.join(node.dataDir, name), text);
      await leftBehind('secrets.json.new', '{"sessionSec');
      await leftBehind('parley.db.new', 'SQLite format 3\0 and no more');
      await leftBehind('parley.db.new-journal', 'half a journal');

      await expectUsable(node);
    },
    LIMIT_MS,
  );
});
