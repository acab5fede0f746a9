import 'server-only';
import type { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

type Shared = { [name: symbol]: AsyncLocalStorage<ServerResponse> | undefined };

/** The answer that this page is being rendered into, while its head can still be changed; see server/page-status.mjs. */
export const pageAnswer = () => {
  const answer = (globalThis as Shared)[Symbol.for('parley.answer')]?.getStore();
  return answer && !answer.headersSent ? answer : undefined;
};
