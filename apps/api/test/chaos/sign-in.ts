import type { User } from '@parley/shared-types';
import { callRoute } from '../rest.js';
import type { Place } from './node.js';

export type Session = { user: User; token: string };

/** Signs somebody in over REST, without a socket. */
export function signIn(node: Place, username: string): Promise<Session> {
  return callRoute(node.url, undefined, 'login', { username });
}

/** ada-1, ada-2 and so on. */
export function signInMany(node: Place, count: number): Promise<Session[]> {
  return Promise.all(Array.from({ length: count }, (_, i) => signIn(node, `ada-${i + 1}`)));
}
