import type { Problem } from '@parley/shared-types';
import { PROBLEM_TYPE } from './problem.js';
import { PROTECTIVE_HEADERS } from './protective-headers.js';

/** A refusal in the bytes of HTTP/1.1, for connections that nobody gives a response for. The last on it. */
export function rawAnswer(status: string, problem: Problem, more: Record<string, string> = {}): string {
  const body = JSON.stringify(problem);
  const headers = {
    ...PROTECTIVE_HEADERS,
    'Content-Type': PROBLEM_TYPE,
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
    ...more,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status}`, ...lines, '', body].join('\r\n');
}
