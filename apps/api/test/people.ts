import type { Server } from './server.js';
import { Line } from './line.js';
import { Person } from './person.js';
import { callRoute } from './rest.js';

/** Where people sign in: a server in this process, or a node in one of its own. */
export type Host = Pick<Server, 'url' | 'beforeStop'>;

/** Ada, Grace and Linus, signed in at this server, each on one device of their own. */
export async function people(server: Host): Promise<{ ada: Person; grace: Person; linus: Person }> {
  // One after the other: who came first has the lower id, also where several are served at once.
  const ada = await signIn(server, 'ada');
  const grace = await signIn(server, 'grace');
  const linus = await signIn(server, 'linus');
  return { ada, grace, linus };
}

/** One more device of whoever has that name; a new name makes a new person. */
export async function signIn(server: Host, username: string): Promise<Person> {
  const { user, token } = await callRoute(server.url, undefined, 'login', { username });
  const line = await Line.open(server.url, token);
  server.beforeStop(() => line.hangUp());
  return new Person(server, user, token, line);
}

/** Somebody whom the operator has made an admin, on one device. */
export async function signInAdmin(server: Server, username: string): Promise<Person> {
  const { user } = await callRoute(server.url, undefined, 'login', { username });
  const role = { userId: user.id, role: 'admin' as const };
  await callRoute(server.url, await server.operatorToken(), 'adminSetRole', role);
  return signIn(server, username);
}

/** As many more people as a test needs: linus-1, linus-2 and so on. They have no socket. */
export async function crowd(server: Host, count: number): Promise<{ id: string; token: string }[]> {
  const names = Array.from({ length: count }, (_, i) => `linus-${i + 1}`);
  return Promise.all(
    names.map(async (username) => {
      const { user, token } = await callRoute(server.url, undefined, 'login', { username });
      return { id: user.id, token };
    }),
  );
}
