import { OneAtATime } from './one-at-a-time.js';

/** Something that ends when it is told to. */
const task = () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const act = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.push(() => resolve(name)));
  };
  return { begun, end: () => ends.shift()!(), act };
};

describe('one at a time', () => {
  it('begins with the next when the one before has ended, whatever became of it', async () => {
    const turns = new OneAtATime();
    const { begun, act, end } = task();

    const failed = turns.run('ada', () => Promise.reject(new Error('no')));
    const first = turns.run('ada', act('first'));
    const second = turns.run('ada', act('second'));
    await expect(failed).rejects.toThrow('no');
    await Promise.resolve();
    expect(begun).toEqual(['first']);

    end();
    expect(await first).toBe('first');
    await Promise.resolve();
    expect(begun).toEqual(['first', 'second']);
    end();
    expect(await second).toBe('second');
  });

  it('keeps nobody else waiting', async () => {
    const turns = new OneAtATime();

    void turns.run('ada', () => new Promise(() => undefined));

    expect(await turns.run('grace', () => Promise.resolve('done'))).toBe('done');
  });
});
