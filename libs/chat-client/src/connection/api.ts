import {
  addressOf,
  type Problem,
  type RouteArguments,
  type RouteData,
  type RouteName,
  type routes,
} from '@parley/shared-types';
import { ProblemError, problemOf } from './failure.js';

const NO_CONTENT = 204;

type Arguments<Name extends RouteName> = RouteArguments<(typeof routes)[Name]>;
type CallOptions = { signal?: AbortSignal };

export interface ApiOptions {
  /** Where the API is, without `/api/v1`; '' is the page's own origin. */
  baseUrl: string;
  /** Sent with every call: the forwarded cookie of a server render, a bot's bearer token. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  fetch?: typeof fetch;
  /** How long one call may take, in milliseconds; 10,000 unless told. */
  timeoutMs?: number;
}

/** Typed REST calls. */
export interface Api {
  /**
   * Calls one of `routes`: path parameters, query and body are given as one object.
   * Throws `ProblemError`; a lost network is `unavailable`, no answer in time is `timeout`.
   */
  call<Name extends RouteName>(
    name: Name,
    ...args: Record<never, never> extends Arguments<Name>
      ? [args?: Arguments<Name>, options?: CallOptions]
      : [args: Arguments<Name>, options?: CallOptions]
  ): Promise<RouteData<(typeof routes)[Name]>>;
}

const requestOf = (method: string, url: string, args: Record<string, unknown>) => {
  const rest = { ...args };
  const path = url.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  if (method !== 'GET') return { path, body: JSON.stringify(rest) };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, String(value));
  return { path: query.size > 0 ? `${path}?${query}` : path, body: undefined };
};

const problemIn = async (response: Response): Promise<Problem> => {
  const answer: unknown = await response.json().catch(() => null);
  if (answer && typeof answer === 'object' && 'code' in answer) return answer as Problem;
  const code = response.status >= 502 && response.status <= 504 ? 'unavailable' : 'internal';
  return { ...problemOf(code, `The server answered ${response.status}.`), status: response.status };
};

const retryAfterMs = (response: Response) => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
};

/** What an answer that says no is thrown as. */
export const refusalIn = async (response: Response): Promise<ProblemError> =>
  new ProblemError(await problemIn(response), retryAfterMs(response));

/** REST without a socket: for server rendering, scripts, and the calls that have no command. */
export const createApi = (options: ApiOptions): Api => {
  const send = options.fetch ?? ((...request: Parameters<typeof fetch>) => fetch(...request));

  const call = async (name: RouteName, args: Record<string, unknown> = {}, { signal }: CallOptions = {}) => {
    const { method, url } = addressOf(name);
    const { path, body } = requestOf(method, url, args);
    const limit = AbortSignal.timeout(options.timeoutMs ?? 10_000);

    let response: Response;
    try {
      const given = typeof options.headers === 'function' ? await options.headers() : options.headers;
      const headers = new Headers(given);
      headers.set('accept', 'application/json');
      if (body !== undefined) headers.set('content-type', 'application/json');
      response = await send(`${options.baseUrl}/api/v1${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
        cache: 'no-store',
        credentials: 'same-origin',
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
    } catch (cause) {
      const code = limit.aborted ? 'timeout' : 'unavailable';
      throw new ProblemError(problemOf(code, 'The server could not be reached.'), undefined, { cause });
    }

    if (!response.ok) throw await refusalIn(response);
    if (response.status === NO_CONTENT) return undefined;
    try {
      return (await response.json()) as unknown;
    } catch (cause) {
      throw new ProblemError(problemOf('unavailable', 'The answer broke off.'), undefined, { cause });
    }
  };

  return { call: call as Api['call'] };
};
