import { jest } from '@jest/globals';
import { persistently } from './persistently';

const network = { onLine: true };
const target = new EventTarget();

beforeEach(() => {
  jest.useFakeTimers();
  network.onLine = true;
  Object.assign(globalThis, {
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
  });
  Object.defineProperty(globalThis, 'navigator', { value: network, configurable: true });
});
afterEach(() => jest.useRealTimers());

describe('what is fetched on demand', () => {
  it('is fetched once when it comes', async () => {
    const load = jest.fn(async () => 'script');
    await expect(persistently(load)).resolves.toBe('script');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is waited for as long as there is no network, and asked for at once when there is', async () => {
    network.onLine = false;
    const load = jest.fn(async () => {
      if (!network.onLine) throw new Error('no network');
      return 'script';
    });
    const fetched = persistently(load);
    await jest.advanceTimersByTimeAsync(60_000);
    const attempts = load.mock.calls.length;
    expect(attempts).toBeGreaterThan(10);

    network.onLine = true;
    target.dispatchEvent(new Event('online'));
    await expect(fetched).resolves.toBe('script');
    expect(load).toHaveBeenCalledTimes(attempts + 1);
  });

  it('is given up when it fails again and again with a network', async () => {
    const load = jest.fn(async () => Promise.reject(new Error('gone')));
    const fetched = persistently(load);
    const refused = expect(fetched).rejects.toThrow('gone');
    await jest.advanceTimersByTimeAsync(60_000);
    await refused;
    expect(load).toHaveBeenCalledTimes(3);
  });
});
