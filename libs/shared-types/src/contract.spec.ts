import * as z from 'zod/mini';
import { commands, facts } from './events.js';
import { ERROR_STATUS } from './error-codes.js';
import { GetHistory, PostMessage } from './messages.js';
import { routes, type Route } from './routes.js';
import { Username } from './users.js';

const fits = (schema: z.core.$ZodType, value: unknown) => z.safeParse(schema, value).success;
const clientId = '0190a1b2-0000-7000-8000-000000000000';

describe('the tables of the contract', () => {
  it('commands are noun:verb, facts noun:past, and no name is both', () => {
    const names = [...Object.keys(commands), ...Object.keys(facts)];

    for (const name of names) expect(name).toMatch(/^[a-z]+:[a-z]+$/);
    expect(new Set(names).size).toBe(names.length);
  });

  it('no two routes answer the same call', () => {
    const calls = Object.values(routes).map(({ method, url }) => `${method} ${url.replace(/:\w+/g, ':')}`);

    expect(new Set(calls).size).toBe(calls.length);
  });

  it('every parameter of a path has its schema', () => {
    for (const { url, path } of Object.values(routes) as Route[]) {
      const named = [...url.matchAll(/:(\w+)/g)].map(([, name]) => name!);
      const described = path ? Object.keys((path as z.core.$ZodObject)._zod.def.shape) : [];
      expect(described.sort()).toEqual(named.sort());
    }
  });

  it('every command refuses what it does not know', () => {
    for (const { payload } of Object.values(commands)) {
      const known = { roomId: clientId, userId: clientId, unknown: 1 };
      expect(fits(payload, known)).toBe(false);
    }
  });

  it('errors have the status of an error', () => {
    for (const status of Object.values(ERROR_STATUS)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
    }
  });
});

describe('what people write', () => {
  it.each([' ', '\n\t', '\u00a0', ''])('a message of %j says nothing', (body) => {
    expect(fits(PostMessage, { clientId, body })).toBe(false);
  });

  it('a message keeps its spaces', () => {
    expect(z.parse(PostMessage, { clientId, body: ' hi ' }).body).toBe(' hi ');
  });

  it('a page has one anchor at most', () => {
    expect(fits(GetHistory, { roomId: clientId, before: 1 })).toBe(true);
    expect(fits(GetHistory, { roomId: clientId, before: 1, around: 1 })).toBe(false);
    expect(fits(GetHistory, { roomId: clientId, before: 0, after: 0 })).toBe(false);
  });

  it.each(['ada', 'Ада', '阿达', 'a.d_a-7', 'x'.repeat(32)])('%s is a name', (name) => {
    expect(fits(Username, name)).toBe(true);
  });

  it.each(['a', 'x'.repeat(33), 'a b', 'a\u200bb', 'a\u202eb', 'a/b', '<b>', 'a\0b', '\ud800x'])(
    '%j is none',
    (name) => {
      expect(fits(Username, name)).toBe(false);
    },
  );
});
