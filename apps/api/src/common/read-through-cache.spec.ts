import { ReadThroughCache } from './read-through-cache.js';

describe('a cache that a change corrects at once', () => {
  const never = () => Promise.reject(new Error('It should have been known'));

  it('loads once', async () => {
    const cache = new ReadThroughCache<number>(10);

    expect(await cache.get('a', () => Promise.resolve(1))).toBe(1);
    expect(await cache.get('a', never)).toBe(1);
  });

  it('keeps that there is nothing, too', async () => {
    const cache = new ReadThroughCache<number | null>(10);
    await cache.get('a', () => Promise.resolve(null));

    expect(await cache.get('a', never)).toBeNull();
  });

  it('does not keep what was loaded while something changed', async () => {
    const cache = new ReadThroughCache<string>(10);
    let answer: (value: string) => void = () => {};
    const loading = cache.get('a', () => new Promise((resolve) => (answer = resolve)));

    cache.forget('a');
    answer('stale');

    expect(await loading).toBe('stale');
    expect(await cache.get('a', () => Promise.resolve('fresh'))).toBe('fresh');
  });

  it('is not overwritten by a load that began before the change', async () => {
    const cache = new ReadThroughCache<string>(10);
    let answer: (values: Map<string, string>) => void = () => {};
    const loading = cache.getMany(['a'], () => new Promise((resolve) => (answer = resolve)));

    cache.set('a', 'fresh');
    answer(new Map([['a', 'stale']]));
    await loading;

    expect(await cache.get('a', never)).toBe('fresh');
  });

  it('loads many at once, only those that are missing, and leaves out what there is not', async () => {
    const cache = new ReadThroughCache<string>(10);
    cache.set('a', 'A');
    const asked: string[][] = [];

    const values = await cache.getMany(['c', 'a', 'x', 'c'], (missing) => {
      asked.push(missing);
      return Promise.resolve(new Map([['c', 'C']]));
    });

    expect(asked).toEqual([['c', 'x']]);
    expect(values).toEqual(['C', 'A', 'C']);
  });

  it('forgets what matches, and counts its changes', async () => {
    const cache = new ReadThroughCache<number>(10);
    cache.set('a:1', 1);
    cache.set('b:1', 2);
    const { changes } = cache;

    cache.forgetAll((key) => key.startsWith('a:'));

    expect(cache.peek('a:1')).toBeUndefined();
    expect(cache.peek('b:1')).toBe(2);
    expect(cache.changes).toBe(changes + 1);
  });

  it('answers with what it knew also when that is forgotten while the rest is loaded', async () => {
    const cache = new ReadThroughCache<string>(10);
    cache.set('a', 'A');

    const values = await cache.getMany(['a', 'b'], () => {
      cache.forgetEverything();
      return Promise.resolve(new Map([['b', 'B']]));
    });

    expect(values).toEqual(['A', 'B']);
  });

  it('knows nothing and keeps nothing while it is suspended, nor what was loaded meanwhile', async () => {
    const cache = new ReadThroughCache<string>(10);
    cache.set('a', 'old');
    let answer: (value: string) => void = () => {};

    cache.suspend();
    expect(await cache.get('a', () => Promise.resolve('from the database'))).toBe('from the database');
    expect(cache.peek('a')).toBeUndefined();
    const loading = cache.get('a', () => new Promise((resolve) => (answer = resolve)));
    cache.resume();
    answer('from before');
    await loading;

    expect(await cache.get('a', () => Promise.resolve('fresh'))).toBe('fresh');
    expect(await cache.get('a', never)).toBe('fresh');
  });

  it('knows nothing for longer than it may', async () => {
    const cache = new ReadThroughCache<number>(10, 20);
    await cache.get('a', () => Promise.resolve(1));
    await new Promise((resolve) => setTimeout(resolve, 40));

    expect(await cache.get('a', () => Promise.resolve(2))).toBe(2);
  });
});
