import { useRooms } from '@parley/chat-client/react';
import { Hash } from 'lucide-react';
import { nameKey } from '@/lib/name-key';
import { MAX_SUGGESTIONS, type Suggestion } from './suggestion';

const IS_ONE_WORD = /^(?=.*\p{L})[\p{L}\p{N}\p{M}._-]*[\p{L}\p{N}\p{M}]$/u;

/** A name of several words could not be told from what follows: it is written as a link. */
const written = (id: string, name: string) =>
  IS_ONE_WORD.test(name)
    ? `#${name} `
    : `[#${name.replace(/[[\]\\]/g, '\\$&')}](${location.origin}/rooms/${id}) `;

/** My rooms whose name `#…` may mean, latest activity first. */
export const useRoomSuggestions = (typed: string): Suggestion[] => {
  const wanted = nameKey(typed);
  return useRooms()
    .flatMap(({ id, name }) =>
      name !== null && nameKey(name).includes(wanted)
        ? [
            {
              key: id,
              insert: written(id, name),
              label: name,
              sign: <Hash size={16} strokeWidth={1.9} aria-hidden="true" />,
            },
          ]
        : [],
    )
    .sort((one, other) => {
      const begins = (name: string) => Number(nameKey(name).startsWith(wanted));
      return begins(other.label) - begins(one.label);
    })
    .slice(0, MAX_SUGGESTIONS);
};
