import type { User } from '@parley/shared-types';
import { nameKey } from '@/lib/name-key';

/** 2: a name begins so, 1: a word in it does or it has it in it, 0: it is somebody else. */
const fit = ({ username, displayName }: User, typed: string) => {
  const names = [nameKey(username), nameKey(displayName)];
  if (names.some((name) => name.startsWith(typed))) return 2;
  return names.some((name) => name.includes(typed)) ? 1 : 0;
};

/** The people whom a few letters may mean, the likeliest first; each once, and never myself. */
export const rankPeople = (people: readonly User[], typed: string, meId: string | undefined): User[] => {
  const wanted = nameKey(typed);
  const each = new Map(people.map((person) => [person.id, person]));
  return [...each.values()]
    .map((person) => ({ person, fit: fit(person, wanted) }))
    .filter((found) => found.fit > 0 && found.person.id !== meId)
    .sort((one, other) => other.fit - one.fit)
    .map(({ person }) => person);
};
