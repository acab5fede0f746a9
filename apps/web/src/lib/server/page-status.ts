import 'server-only';
import type { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

type Shared = { [name: symbol]: AsyncLocalStorage<ServerResponse> | undefined };

/**
 * Answers this page with another status than 200. Next's own way, `notFound()`, sends an empty page that only a
 * script fills, and it has none for a service that is down.
 */
export const setPageStatus = (status: 404 | 503) => {
  const answer = (globalThis as Shared)[Symbol.for('parley.answer')]?.getStore();
  if (answer && !answer.headersSent) answer.statusCode = status;
};
