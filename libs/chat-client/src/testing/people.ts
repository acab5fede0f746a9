import type { User } from '@parley/shared-types';

const person = (username: string, number: number): User => ({
  id: `00000000-0000-7000-8000-00000000000${number}`,
  username,
  displayName: username,
  avatarUrl: null,
  role: 'member',
  status: 'online',
  lastSeenAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
});

export const ada = person('ada', 1);
export const grace = person('grace', 2);
export const linus = person('linus', 3);
export const everyone = [ada, grace, linus];
