import { jest } from '@jest/globals';
import { canTellTabs, holdTabLock, ifTabIsGone } from './tab-lock.js';

type Grant = (lock: object | null) => Promise<unknown>;

/** As much of Web Locks as is asked for here: exclusive, and refused at once with `ifAvailable`. */
const webLocks = () => {
  const held = new Set<string>();
  const request = async (name: string, ...rest: [Grant] | [{ ifAvailable: boolean }, Grant]) => {
    const grant = rest.at(-1) as Grant;
    if (held.has(name)) return grant(null);
    held.add(name);
    await grant({ name });
    held.delete(name);
  };
  return { request };
};

const withLocks = (locks: object | undefined) =>
  Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });

afterAll(() => void Reflect.deleteProperty(globalThis, 'navigator'));

test('the messages of a living tab are left to it, and adopted once it is closed', async () => {
  withLocks(webLocks());
  const adopt = jest.fn(async () => undefined);
  const close = holdTabLock('tab');
  await ifTabIsGone('tab', adopt);
  expect(adopt).not.toHaveBeenCalled();

  close();
  await new Promise((resolve) => setTimeout(resolve, 0));
  await ifTabIsGone('tab', adopt);
  expect(adopt).toHaveBeenCalledTimes(1);
});

test('without Web Locks every tab counts as closed', async () => {
  withLocks(undefined);
  const adopt = jest.fn(async () => undefined);
  const close = holdTabLock('tab');
  expect(canTellTabs()).toBe(false);
  await ifTabIsGone('tab', adopt);
  expect(adopt).toHaveBeenCalledTimes(1);
  close();
});
