import {
  routes,
  type Problem,
  type Route,
  type RouteArguments,
  type RouteData,
  type RouteName,
} from '@parley/shared-types';
import { API_PREFIX } from '../common/endpoint.js';
import { Told } from './told.js';

const PATIENCE_MS = 60_000;

/** Calls a route of the contract. @throws Told with what the server says against it */
export type Call = <Name extends RouteName>(
  name: Name,
  given: RouteArguments<(typeof routes)[Name]>,
) => Promise<RouteData<(typeof routes)[Name]>>;

/** The routes of the server at this address, called with a token. */
export const callsTo =
  (address: string, token: string): Call =>
  async (name, given) => {
    const { url, ...request } = toRequest(routes[name], given as Record<string, unknown>, token);
    const response = await fetch(address + API_PREFIX + url, request).catch((cause: unknown) => {
      throw new Told(
        `A server runs on this DATA_DIR, but nothing answers at ${address}: set HOST and PORT as it has them.`,
        { cause },
      );
    });
    if (response.status === 401) {
      throw new Told(`The server at ${address} is of another DATA_DIR, or has another SESSION_SECRET.`);
    }
    const text = await response.text();
    if (!response.ok) throw new Told(detailOf(text) ?? `The server answered ${response.status}.`);
    return (text === '' ? undefined : JSON.parse(text)) as RouteData<(typeof routes)[typeof name]>;
  };

/** Arguments go into the path, and then the body or the query. */
function toRequest(route: Route, given: Record<string, unknown>, token: string) {
  const rest = { ...given };
  const path = route.url.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams(
    Object.entries(rest).map(([key, value]): [string, string] => [key, String(value)]),
  );
  return {
    url: route.body || query.size === 0 ? path : `${path}?${query}`,
    method: route.method,
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(route.body && { body: JSON.stringify(rest) }),
  };
}

function detailOf(body: string): string | undefined {
  try {
    return (JSON.parse(body) as Problem).detail;
  } catch {
    return undefined;
  }
}
