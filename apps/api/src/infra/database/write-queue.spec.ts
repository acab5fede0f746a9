import type { DataSource } from 'typeorm';
import { memoryDatabase } from '../../testing/memory-database.js';
import type { Database, Transaction } from './database.js';

describe('the write queue', () => {
  let database: Database;
  let source: DataSource;

  beforeEach(async () => {
    ({ database, source } = await memoryDatabase());
    await source.query('CREATE TABLE notes (word TEXT PRIMARY KEY)');
  });
  afterEach(() => source.destroy());

  const note = (word: string) => (tx: Transaction) => tx.query('INSERT INTO notes VALUES (?)', [word]);
  const words = async () =>
    (await source.query<{ word: string }[]>('SELECT word FROM notes ORDER BY rowid')).map(({ word }) => word);
  const commits = () => {
    const counted = { commits: 0 };
    const runner = source.createQueryRunner();
    const commit = runner.commitTransaction.bind(runner);
    runner.commitTransaction = () => {
      counted.commits++;
      return commit();
    };
    return counted;
  };

  it('writes in the order of asking', async () => {
    await Promise.all(['one', 'two', 'three'].map((word) => database.write(note(word))));

    expect(await words()).toEqual(['one', 'two', 'three']);
  });

  it('gives back what the work returns', async () => {
    expect(await database.write(() => Promise.resolve(7))).toBe(7);
  });

  it('writes what comes together in one transaction', async () => {
    const counted = commits();

    await Promise.all(Array.from({ length: 20 }, (_, i) => database.write(note(`word ${i}`))));

    expect(counted.commits).toBe(1);
  });

  it('rolls back the work that throws and keeps that of the others', async () => {
    const failing = async (tx: Transaction) => {
      await note('lost')(tx);
      throw new Error('late');
    };

    const outcomes = await Promise.allSettled(
      [note('one'), failing, note('two')].map((work) => database.write(work)),
    );

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await words()).toEqual(['one', 'two']);
  });

  it('rolls back a single work that throws', async () => {
    const failing = async (tx: Transaction) => {
      await note('lost')(tx);
      throw new Error('late');
    };

    await expect(database.write(failing)).rejects.toThrow('late');
    expect(await words()).toEqual([]);
  });

  it('lets nobody share a transaction with work that takes a right away, if they come later', async () => {
    let isKnown = false;
    const first = database.writeLast(note('removal')).then(() => (isKnown = true));
    const second = database.write(() => Promise.resolve(isKnown));

    await first;
    expect(await second).toBe(true);
  });

  it('is never left waiting, however soon after a commit the next work comes', async () => {
    for (let hops = 0; hops < 20; hops++) {
      await database.write(note(`before ${hops}`));
      for (let hop = 0; hop < hops; hop++) await Promise.resolve();
      await database.write(note(`after ${hops}`));
    }

    expect(await words()).toHaveLength(40);
  });

  it('is idle when everything is written', async () => {
    const writes = ['one', 'two'].map((word) => database.write(note(word)));

    await database.idle();

    expect(await words()).toEqual(['one', 'two']);
    await Promise.all(writes);
  });
});
