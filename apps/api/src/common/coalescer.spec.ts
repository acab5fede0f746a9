import { Coalescer } from './coalescer.js';

const { jest } = import.meta;

describe('a coalescer', () => {
  const INTERVAL_MS = 250;
  let told: [string, string[]][];
  let news: Coalescer<string>;

  beforeEach(() => {
    jest.useFakeTimers();
    told = [];
    news = new Coalescer(INTERVAL_MS, (key, facts) => told.push([key, facts]));
  });
  afterEach(() => {
    news.close();
    jest.useRealTimers();
  });

  it('tells the first at once and what comes meanwhile together, the latest of each name', () => {
    news.add('room', 'ada', '1');
    news.add('room', 'grace', '1');
    news.add('room', 'ada', '2');
    news.add('room', 'ada', '3');
    expect(told).toEqual([['room', ['1']]]);

    jest.advanceTimersByTime(INTERVAL_MS);

    expect(told.slice(1)).toEqual([['room', ['1', '3']]]);
  });

  it('tells at most once per interval', () => {
    for (let i = 0; i < 100; i++) {
      news.add('room', 'ada', String(i));
      jest.advanceTimersByTime(10);
    }
    jest.advanceTimersByTime(INTERVAL_MS);

    expect(told.length).toBeLessThanOrEqual(1 + 1_250 / INTERVAL_MS);
    expect(told.at(-1)).toEqual(['room', ['99']]);
  });

  it('keeps keys apart', () => {
    news.add('one', 'ada', 'x');
    news.add('other', 'ada', 'y');

    expect(told).toEqual([
      ['one', ['x']],
      ['other', ['y']],
    ]);
  });

  it('leaves no timer behind when nothing comes any more, or when it is closed', () => {
    news.add('room', 'ada', '1');
    jest.advanceTimersByTime(INTERVAL_MS);
    expect(jest.getTimerCount()).toBe(0);

    news.add('room', 'ada', '2');
    news.close();
    expect(jest.getTimerCount()).toBe(0);
  });
});
