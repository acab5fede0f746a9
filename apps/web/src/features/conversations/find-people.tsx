'use client';
import { useChat, useMe, usePeopleSearch } from '@parley/chat-client/react';
import type { User } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '@/features/connection/use-failure-text';
import { onArrowKeys } from '@/ui/arrow-keys';
import { ResultState } from '@/ui/result-state';
import { SearchField } from '@/ui/search-field';
import { GroupForm } from './group-form';
import { PersonRow } from './person-row';
import { useAction } from './use-action';
import { MoreRow } from '@/ui/more-row';

const isNamed = ({ username, displayName }: User, query: string) =>
  [username, displayName].some((name) => name.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase()));

/** A press on a person opens the conversation with them; the plus beside gathers several for a group. */
export const FindPeople = ({ onOpen }: { onOpen: (roomId: string) => void }) => {
  const t = useTranslations('conversation');
  const chat = useChat();
  const me = useMe();
  const failureText = useFailureText();
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState<User[]>([]);
  const { items, isLoading, error, hasMore, loadMore } = usePeopleSearch(query);
  const { busy, error: failure, run } = useAction();

  const others = items.filter(({ id }) => id !== me?.id);
  const isForMe = me && (!query.trim() || isNamed(me, query)) && picked.length === 0;
  const people = isForMe ? [...others, me] : others;
  // What is listed may still answer an earlier query.
  const best = query.trim() ? people.find((person) => isNamed(person, query)) : undefined;
  const direct = (person: User) => run(async () => onOpen((await chat.openDirect(person.id)).id));
  const isPicked = (person: User) => picked.some(({ id }) => id === person.id);
  const toggle = (person: User) =>
    setPicked(isPicked(person) ? picked.filter(({ id }) => id !== person.id) : [...picked, person]);

  return (
    <div onKeyDown={onArrowKeys} className="flex min-h-0 flex-1 flex-col">
      <SearchField
        data-arrow
        data-autofocus
        label={t('findPeople')}
        placeholder={t('findPeopleHint')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && best) void direct(best);
        }}
        className="mx-5 mb-2"
      />
      {failure && (
        <p role="alert" className="px-5 pb-2 text-[13px] text-danger">
          {failure}
        </p>
      )}
      <ul className="min-h-0 flex-1 overflow-y-auto px-3 pb-3">
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            isMe={person.id === me?.id}
            picked={isPicked(person)}
            disabled={busy}
            onOpen={() => (picked.length > 0 ? toggle(person) : void direct(person))}
            onToggle={() => toggle(person)}
          />
        ))}
        {hasMore && <MoreRow label={t('more')} onMore={loadMore} />}
        <li>
          <ResultState
            loading={isLoading}
            loadingText={t('searching')}
            error={error ? failureText(error) : null}
            empty={
              others.length > 0 || (isForMe && query.trim())
                ? null
                : query.trim()
                  ? t('nobody', { query: query.trim() })
                  : t('alone')
            }
          />
        </li>
      </ul>
      {picked.length > 0 && <GroupForm people={picked} onRemove={toggle} onOpen={onOpen} />}
    </div>
  );
};
