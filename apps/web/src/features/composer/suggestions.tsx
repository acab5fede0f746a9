'use client';
import type { Room } from '@parley/shared-types';
import { useEffect } from 'react';
import { SuggestionList, type SuggestionKeys } from './suggestion-list';
import type { Token } from './token';
import { useEmojiSuggestions } from './use-emoji-suggestions';
import { usePeopleSuggestions } from './use-people-suggestions';
import { useRoomSuggestions } from './use-room-suggestions';

type SuggestionsProps = {
  id: string;
  token: Token;
  room: Room;
  keys: React.Ref<SuggestionKeys>;
  /** Writes this in the place of the token. */
  onWrite: (text: string) => void;
  onClose: () => void;
  onActive: (optionId: string | null) => void;
};

const People = ({ token, room, onWrite, ...rest }: SuggestionsProps) => (
  <SuggestionList
    {...rest}
    suggestions={usePeopleSuggestions(room, token.typed)}
    onPick={({ insert }) => onWrite(insert)}
  />
);

const Rooms = ({ token, onWrite, ...rest }: SuggestionsProps) => (
  <SuggestionList
    {...rest}
    suggestions={useRoomSuggestions(token.typed)}
    onPick={({ insert }) => onWrite(insert)}
  />
);

const Emoji = ({ token, onWrite, ...rest }: SuggestionsProps) => {
  const { suggestions, done } = useEmojiSuggestions(token.typed);
  useEffect(() => {
    if (!done) return;
    // The field cannot be written in while the key that completed the name is still being handled.
    const timer = setTimeout(() => onWrite(done));
    return () => clearTimeout(timer);
  }, [done, onWrite]);
  return <SuggestionList {...rest} suggestions={suggestions} onPick={({ insert }) => onWrite(insert)} />;
};

const KINDS = { '@': People, '#': Rooms, ':': Emoji };

/** What may be meant by the name at the caret. Loaded with the first one that is written. */
export const Suggestions = (props: SuggestionsProps) => {
  const Kind = KINDS[props.token.sign];
  return <Kind {...props} />;
};
