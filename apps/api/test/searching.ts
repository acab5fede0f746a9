import type { RouteArguments, routes, SearchPage } from '@parley/shared-types';
import type { Person } from './person.js';
import { until } from './until.js';

type More = Omit<RouteArguments<typeof routes.search>, 'q'>;

/** What this person finds now. */
export async function found(person: Person, q: string, more: More = {}): Promise<string[]> {
  return bodiesOf(await person.calls('search', { q, ...more }));
}

/** Settles once this person finds just these, in this order: a message can be found a moment after it is sent. */
export async function finds(
  person: Person,
  q: string,
  bodies: string[],
  more: More = {},
): Promise<SearchPage> {
  let last: string[] = [];
  return until(
    () => `${person.user.username} to find ${JSON.stringify(bodies)} by ${q}, not ${JSON.stringify(last)}`,
    async () => {
      const page = await person.calls('search', { q, ...more });
      last = bodiesOf(page);
      return JSON.stringify(last) === JSON.stringify(bodies) ? page : null;
    },
  );
}

const bodiesOf = (page: SearchPage): string[] => page.items.map(({ message }) => message.body);
