import { Confirmations } from './confirmations.js';

const NEVER_MS = 60_000;

const isSettled = async (promise: Promise<void>): Promise<boolean> =>
  Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setImmediate(resolve, false))]);

describe('a confirmation', () => {
  it('takes all who were asked', async () => {
    const confirmations = new Confirmations(NEVER_MS);
    let id = '';
    const both = confirmations.of(['a', 'b'], (asked) => (id = asked));
    confirmations.by('a', id);
    confirmations.by('a', id);
    confirmations.by('b', 'another');

    expect(await isSettled(both)).toBe(false);
    confirmations.by('b', id);
    expect(await isSettled(both)).toBe(true);
  });

  it('does not wait for who is gone, nor for anybody when nobody can be heard', async () => {
    const confirmations = new Confirmations(NEVER_MS);
    const one = confirmations.of(['a'], () => undefined);
    const other = confirmations.of(['a', 'b'], () => undefined);
    confirmations.without('a');

    expect(await isSettled(one)).toBe(true);
    expect(await isSettled(other)).toBe(false);
    confirmations.giveUp();
    expect(await isSettled(other)).toBe(true);
  });

  it('is not waited for longer than it is worth', async () => {
    await new Confirmations(5).of(['a'], () => undefined);
  });
});
