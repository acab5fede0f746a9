import { jest } from '@jest/globals';
import { commands, routes, type CommandName } from '@parley/shared-types';
import { AppError } from '../../common/app-error.js';
import { loadEnv } from '../../config/env.js';
import { RateLimits } from './rate-limits.js';

const MINUTE_MS = 60_000;

/** What it is refused with; null when it is not. */
const refusalOf = async (paid: Promise<unknown> | undefined): Promise<AppError | null> => {
  try {
    await paid;
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
};

/** How many of these are let in, one after the other. */
const admitted = async (count: number, pay: () => Promise<unknown> | undefined): Promise<number> => {
  let sum = 0;
  for (let i = 0; i < count; i++) if (!(await refusalOf(pay()))) sum++;
  return sum;
};

describe('limits', () => {
  const limits = (settings: Record<string, string> = {}) => new RateLimits(loadEnv(settings));

  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  describe('with the settings as they come', () => {
    /** What a client does around one message of its own and one of somebody else's. */
    const AROUND: CommandName[] = [
      'typing:start',
      'message:send',
      'typing:stop',
      'room:delivered',
      'room:read',
      'room:delivered',
      'room:read',
    ];

    const everyMs = async (ms: number, act: () => Promise<AppError | null>): Promise<number> => {
      let refused = 0;
      for (let at = 0; at < MINUTE_MS; at += ms) {
        if (await act()) refused++;
        jest.advanceTimersByTime(ms);
      }
      return refused;
    };

    it('who sends five messages a second for a minute, over the socket, meets none', async () => {
      const all = limits();
      const talk = async () => {
        for (const name of AROUND) {
          const refusal = await refusalOf(all.command(name, 'ada'));
          if (refusal) return refusal;
        }
        return null;
      };

      expect(await everyMs(200, talk)).toBe(0);
    });

    it('who sends five messages a second for a minute, over REST, meets none', async () => {
      const all = limits();
      const payer = { userId: 'ada', address: '203.0.113.9' };
      const talk = async () =>
        (await refusalOf(all.route(routes.postMessage, payer))) ??
        (await refusalOf(all.route(routes.messages, payer))) ??
        (await refusalOf(all.route(routes.markRead, payer)));

      expect(await everyMs(200, talk)).toBe(0);
    });

    it('who sends ten a second does', async () => {
      const all = limits();

      expect(await everyMs(100, () => refusalOf(all.command('message:send', 'ada')))).toBe(600 - 6 * 60);
    });
  });

  it('a refusal says when there is room again, and then there is', async () => {
    const all = limits({ RATE_LIMIT_MESSAGES: '2/10s' });
    expect(await admitted(2, () => all.command('message:send', 'ada'))).toBe(2);
    jest.advanceTimersByTime(4_000);

    const refusal = await refusalOf(all.command('message:send', 'ada'));

    expect(refusal).toMatchObject({ code: 'rate_limited', details: { retryAfterMs: 6_000 } });
    jest.advanceTimersByTime(6_000);
    expect(await admitted(3, () => all.command('message:send', 'ada'))).toBe(2);
  });

  it('each person has their own, and so has each address', async () => {
    const all = limits({ RATE_LIMIT_HTTP: '2/1m' });
    const from = (address: string) => () => all.route(routes.signInRules, { address });

    expect(await admitted(3, () => all.command('presence:set', 'ada'))).toBe(2);
    expect(await admitted(3, () => all.command('presence:set', 'grace'))).toBe(2);
    expect(await admitted(30, from('203.0.113.9'))).toBe(20);
    expect(await admitted(30, from('203.0.113.10'))).toBe(20);
    expect(await admitted(30, from('2001:db8::1'))).toBe(20);
    expect(await admitted(30, from('2001:db8::2'))).toBe(0);
  });

  it('a person counts where they are signed in, their address where they are not', async () => {
    const all = limits({ RATE_LIMIT_HTTP: '1/1m' });
    const address = '203.0.113.9';

    expect(await refusalOf(all.route(routes.rooms, { userId: 'ada', address }))).toBeNull();
    expect(await refusalOf(all.route(routes.rooms, { userId: 'grace', address }))).toBeNull();
    expect(await refusalOf(all.stranger(address))).toBeNull();
    expect(await refusalOf(all.stranger(address))).toMatchObject({ code: 'rate_limited' });
  });

  it('nobody is taken for a person by what a proxy says where they are', async () => {
    const all = limits({ RATE_LIMIT_HTTP: '1/1m' });

    expect(await refusalOf(all.stranger('ada'))).toBeNull();
    expect(await refusalOf(all.route(routes.rooms, { userId: 'ada', address: 'ada' }))).toBeNull();
  });

  it('what costs more than there ever is can be had once', async () => {
    const all = limits({ RATE_LIMIT_HTTP: '2/1m' });
    const create = () => all.route(routes.createRoom, { userId: 'ada', address: null });

    expect(await admitted(2, create)).toBe(1);
  });

  it('dear calls leave less for others', async () => {
    const all = limits({ RATE_LIMIT_HTTP: '10/1m' });
    const payer = { userId: 'ada', address: null };

    expect(await admitted(1, () => all.route(routes.search, payer))).toBe(1);
    expect(await admitted(100, () => all.command('typing:start', 'ada'))).toBe(50);
  });

  it('packets that are no command of the contract are not free', async () => {
    const all = limits({ RATE_LIMIT_HTTP: '2/1m' });

    for (const name of ['x', '__proto__']) expect(await refusalOf(all.command(name, 'ada'))).toBeNull();
    expect(await refusalOf(all.command('constructor', 'ada'))).toMatchObject({ code: 'rate_limited' });
  });

  it('where they are off nobody waits for them', () => {
    const all = limits({ RATE_LIMIT_MESSAGES: 'off', RATE_LIMIT_LOGIN: 'off', RATE_LIMIT_HTTP: 'off' });

    for (const name of Object.keys(commands)) expect(all.command(name, 'ada')).toBeUndefined();
    for (const route of Object.values(routes)) expect(all.route(route, { address: null })).toBeUndefined();
    expect(all.stranger(null)).toBeUndefined();
  });

  describe('guesses at what opens a name', () => {
    const wrong = () => false;
    const right = () => true;

    it('that are wrong count; after ten, none is looked at for ten minutes, the right one neither', async () => {
      const all = limits();
      const looked = jest.fn(right);
      expect(await all.guess('ada', right)).toBe(true);
      for (let i = 0; i < 10; i++) expect(await all.guess('ada', wrong)).toBe(false);
      jest.advanceTimersByTime(4 * MINUTE_MS);

      const refusal = await refusalOf(all.guess('ada', looked));

      expect(refusal).toMatchObject({ code: 'rate_limited', details: { retryAfterMs: 6 * MINUTE_MS } });
      expect(looked).not.toHaveBeenCalled();
      jest.advanceTimersByTime(6 * MINUTE_MS);
      expect(await all.guess('ada', looked)).toBe(true);
    });

    it('that are right may be as many as people have devices', async () => {
      const all = limits();

      expect(await Promise.all(Array.from({ length: 30 }, () => all.guess('ada', right)))).not.toContain(
        false,
      );
    });

    it('made all at once are no more than ten', async () => {
      const all = limits();
      const looked = jest.fn(async () => false);

      const outcomes = await Promise.all(
        Array.from({ length: 50 }, () => refusalOf(all.guess('ada', looked))),
      );

      expect(looked).toHaveBeenCalledTimes(10);
      expect(outcomes.filter(Boolean)).toHaveLength(40);
    });

    it("at one name say nothing of another's", async () => {
      const all = limits();
      for (let i = 0; i < 10; i++) await all.guess('ada', wrong);

      expect(await all.guess('grace', right)).toBe(true);
    });

    it('are free where signing in is not limited', async () => {
      const all = limits({ RATE_LIMIT_LOGIN: 'off' });
      for (let i = 0; i < 20; i++) await all.guess('ada', wrong);

      expect(await all.guess('ada', right)).toBe(true);
    });
  });
});
