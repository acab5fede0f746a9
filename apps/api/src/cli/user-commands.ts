import { MAX_USERS_PER_PAGE, type AdminUser } from '@parley/shared-types';
import { usernameKey } from '../features/users/username-key.js';
import type { Call } from './rest-calls.js';
import { Told } from './told.js';

/** What came of a command: for people, and for programs. */
export type Outcome = { lines: string[]; data: object };

type UserCommand = { summary: string; run: (call: Call, name: string) => Promise<Outcome> };

/** The commands about one person, each by their name. */
export const userCommands: Record<string, UserCommand> = {
  'user:create': {
    summary: 'make an account, and a code that opens it once',
    async run(call, name) {
      const made = await call('adminCreateUser', { username: name });
      return { lines: [`Created ${made.user.username}.`, ...toHandOver(made.recoveryCodes)], data: made };
    },
  },
  'user:promote': {
    summary: 'make somebody an admin; they sign in again',
    run: (call, name) => giveRole(call, name, 'admin', ['is an admin now', 'is an admin already']),
  },
  'user:demote': {
    summary: 'make somebody an admin no longer; they sign in again',
    run: (call, name) => giveRole(call, name, 'member', ['is no admin any more', 'is no admin']),
  },
  'user:reset-password': {
    summary: 'take the password of a name away, for a code that opens it once',
    async run(call, name) {
      const { id } = await userCalled(call, name);
      const reset = await call('adminResetUser', { userId: id });
      const { username } = reset.user;
      return {
        lines: [`${username} is signed out, and opens by a code alone.`, ...toHandOver(reset.recoveryCodes)],
        data: reset,
      };
    },
  },
};

async function giveRole(
  call: Call,
  name: string,
  role: 'admin' | 'member',
  [becomes, isAlready]: [string, string],
): Promise<Outcome> {
  const before = await userCalled(call, name);
  const user = await call('adminSetRole', { userId: before.id, role });
  const news = before.role === role ? `${isAlready}.` : `${becomes}, and signs in again.`;
  return { lines: [`${user.username} ${news}`], data: { user } };
}

/** @throws Told when there is nobody of that name */
async function userCalled(call: Call, name: string): Promise<AdminUser> {
  let cursor: string | null = null;
  do {
    const query = { query: name, limit: MAX_USERS_PER_PAGE, ...(cursor && { cursor }) };
    const page: { items: AdminUser[]; nextCursor: string | null } = await call('adminUsers', query);
    const found = page.items.find(({ username }) => usernameKey(username) === usernameKey(name));
    if (found) return found;
    cursor = page.nextCursor;
  } while (cursor);
  throw new Told(`There is nobody called "${name}".`);
}

const toHandOver = (codes: string[]): string[] =>
  codes.map((code) => `A code that opens the name once, and that nobody will see again: ${code}`);
