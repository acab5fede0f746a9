import { jest } from '@jest/globals';
import { WokenJob } from './woken-job.js';

describe('work that is woken', () => {
  const DONE = { retryMs: 100, onFailure: () => undefined };

  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const passes = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  it('is done once, however often it is woken before it begins', async () => {
    const run = jest.fn(async () => undefined);
    const job = new WokenJob(run, DONE);

    job.wake();
    job.wake();
    expect(run).not.toHaveBeenCalled();
    await passes(1_000);

    expect(run).toHaveBeenCalledTimes(1);
  });

  it('is done again, and not beside itself, when it is woken while it runs', async () => {
    const ends: (() => void)[] = [];
    const job = new WokenJob(() => new Promise((end) => ends.push(end)), DONE);
    job.wake();
    await passes(0);

    job.wake();
    job.wake();
    await passes(1_000);
    expect(ends).toHaveLength(1);
    ends[0]!();
    await passes(0);

    expect(ends).toHaveLength(2);
  });

  it('comes by itself as often as it should', async () => {
    const run = jest.fn(async () => undefined);
    new WokenJob(run, { ...DONE, everyMs: 50 }).wake();

    await passes(0);
    await passes(49);
    expect(run).toHaveBeenCalledTimes(1);
    await passes(1);

    expect(run).toHaveBeenCalledTimes(2);
  });

  it('tells of a failure, and is tried again later, or when it is woken', async () => {
    const onFailure = jest.fn();
    const run = jest.fn(() => Promise.reject(new Error('down')));
    const job = new WokenJob(run, { retryMs: 100, onFailure });
    job.wake();
    await passes(99);
    expect(run).toHaveBeenCalledTimes(1);
    await passes(1);
    expect(run).toHaveBeenCalledTimes(2);
    job.wake();
    await passes(0);

    expect(run).toHaveBeenCalledTimes(3);
    expect(onFailure).toHaveBeenCalledTimes(3);
  });

  it('once stopped waits for what runs, and begins no more', async () => {
    let end = () => undefined as void;
    const run = jest.fn(() => new Promise<void>((resolve) => (end = resolve)));
    const job = new WokenJob(run, { ...DONE, everyMs: 50 });
    job.wake();
    await passes(0);
    let isOver = false;

    const stopped = job.stop().then(() => (isOver = true));
    job.wake();
    await passes(0);
    expect([isOver, job.isStopped]).toEqual([false, true]);
    end();
    await stopped;
    job.wake();
    await passes(1_000);

    expect(run).toHaveBeenCalledTimes(1);
  });
});
