import {
  Problem,
  routes,
  type Route,
  type RouteArguments,
  type RouteData,
  type RouteName,
} from '@parley/shared-types';
import { exactly } from './exactly.js';
import { Refusal } from './refusal.js';

export type Answer = { status: number; headers: Headers; body: unknown };

type Given = { body?: unknown; headers?: Record<string, string>; token?: string | undefined };

/** One HTTP call below `/api/v1` as a program would make it. */
export async function http(base: string, method: string, path: string, given: Given = {}): Promise<Answer> {
  const response = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: {
      ...(given.token && { authorization: `Bearer ${given.token}` }),
      ...(given.body !== undefined && { 'content-type': 'application/json' }),
      ...given.headers,
    },
    ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

/** Where a route's arguments go: into its path, and then its query or its body. */
export function toRequest(route: Route, given: Record<string, unknown>): { path: string; body?: unknown } {
  const rest = { ...given };
  const path = route.url.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  if (route.body) return { path, body: rest };
  const query = new URLSearchParams(
    Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, String(value)])),
  );
  return { path: query.size > 0 ? `${path}?${query}` : path };
}

/** Calls a route of the contract and checks the answer against it. @throws Refusal */
export async function callRoute<Name extends RouteName>(
  base: string,
  token: string | undefined,
  name: Name,
  given: RouteArguments<(typeof routes)[Name]>,
): Promise<RouteData<(typeof routes)[Name]>> {
  const route: Route = routes[name];
  const { path, body } = toRequest(route, given as Record<string, unknown>);
  const answer = await http(base, route.method, path, { token, body });
  return fromAnswer(route, answer, name) as RouteData<(typeof routes)[Name]>;
}

/** What an answer brings, checked. @throws Refusal */
export function fromAnswer(route: Route, { status, headers, body }: Answer, name: string): unknown {
  if (status >= 400) {
    const problem = exactly(Problem, body, `the problem of ${name}`);
    if (!headers.get('content-type')?.startsWith('application/problem+json') || problem.status !== status) {
      throw new Error(`${name} failed with a malformed problem: ${JSON.stringify(body)}`);
    }
    throw new Refusal(problem.code, problem);
  }
  if (!route.data) {
    if (status !== 204 || body !== null) throw new Error(`${name} should answer 204 and nothing`);
    return undefined;
  }
  return exactly(route.data, body, `the answer of ${name}`);
}
