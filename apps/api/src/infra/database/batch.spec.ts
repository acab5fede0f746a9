import type { DataSource } from 'typeorm';
import { memoryDatabase } from '../../testing/memory-database.js';
import { Batch } from './batch.js';
import type { Database, Transaction } from './database.js';

describe('a batch', () => {
  let database: Database;
  let source: DataSource;
  let batches: string[][];
  let told: string[][];

  beforeEach(async () => {
    ({ database, source } = await memoryDatabase());
    await source.query('CREATE TABLE notes (word TEXT PRIMARY KEY)');
    batches = [];
    told = [];
  });
  afterEach(() => source.destroy());

  const write = async (tx: Transaction, words: string[]) => {
    batches.push(words);
    for (const word of words) await tx.query('INSERT INTO notes VALUES (?)', [word]);
    return words.map((word) => (word === 'refused' ? new Error('refused') : word.toUpperCase()));
  };
  const batchOf = (most?: number) => new Batch(database, write, (results) => told.push(results), most);
  const stored = async () =>
    (await source.query<{ word: string }[]>('SELECT word FROM notes ORDER BY rowid')).map(({ word }) => word);

  it('writes what came together at once and answers each with its own', async () => {
    const batch = batchOf();

    expect(await Promise.all(['one', 'two', 'three'].map((word) => batch.add(word)))).toEqual([
      'ONE',
      'TWO',
      'THREE',
    ]);
    expect(batches).toEqual([['one', 'two', 'three']]);
  });

  it('takes what comes while another transaction runs', async () => {
    const batch = batchOf();
    const busy = database.write(() => new Promise((resolve) => setImmediate(resolve)));
    const first = batch.add('one');

    await Promise.resolve();
    await Promise.all([busy, first, batch.add('two')]);

    expect(batches).toEqual([['one', 'two']]);
  });

  it('refuses one without the others, and tells only of those that are stored', async () => {
    const batch = batchOf();

    const outcomes = await Promise.allSettled(['one', 'refused', 'two'].map((word) => batch.add(word)));

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(told).toEqual([['ONE', 'TWO']]);
  });

  it('gives each its own chance when one of them cannot be written', async () => {
    const batch = batchOf();

    const outcomes = await Promise.allSettled(['one', 'twin', 'twin', 'two'].map((word) => batch.add(word)));

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await stored()).toEqual(['one', 'twin', 'two']);
  });

  it('takes no more than it may at once, and leaves nobody out', async () => {
    const batch = batchOf(3);

    await Promise.all(Array.from({ length: 8 }, (_, i) => batch.add(`word ${i}`)));

    expect(batches.map(({ length }) => length)).toEqual([3, 3, 2]);
    expect(await stored()).toHaveLength(8);
  });

  it('tells before it answers', async () => {
    const order: string[] = [];
    const batch = new Batch(database, write, () => order.push('told'));

    await batch.add('one').then(() => order.push('answered'));

    expect(order).toEqual(['told', 'answered']);
  });
});
