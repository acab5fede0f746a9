import {
  routes,
  type Route,
  type RouteArguments,
  type RouteData,
  type RouteName,
} from '@parley/shared-types';

type Routes = typeof routes;

/**
 * Calls the API as a program would, through the address that people use.
 * @throws Error with the problem that was answered
 */
export async function call<Name extends RouteName>(
  url: string,
  token: string | undefined,
  name: Name,
  given: RouteArguments<Routes[Name]>,
): Promise<RouteData<Routes[Name]>> {
  const route: Route = routes[name];
  const { path, body } = toRequest(route, given as Record<string, unknown>);
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: route.method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as RouteData<Routes[Name]>;
}

function toRequest(route: Route, given: Record<string, unknown>): { path: string; body?: object } {
  const rest = { ...given };
  const path = route.url.replace(/:(\w+)/g, (_, name: string) => {
    const value = encodeURIComponent(String(rest[name]));
    delete rest[name];
    return value;
  });
  if (route.body) return { path, body: rest };
  const query = new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)]));
  return { path: query.size > 0 ? `${path}?${query}` : path };
}
