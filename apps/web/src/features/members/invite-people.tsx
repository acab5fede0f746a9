'use client';
import { useChat, usePeopleSearch } from '@parley/chat-client/react';
import type { Member, Room } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '@/features/connection/use-failure-text';
import { useAction } from '@/features/conversations/use-action';
import { PersonFace } from '@/features/presence/person-face';
import { onArrowKeys } from '@/ui/arrow-keys';
import { Button } from '@/ui/button';
import { ResultState } from '@/ui/result-state';
import { SearchField } from '@/ui/search-field';

type InvitePeopleProps = { room: Room; members: Member[]; onDone: () => void };

/** Brings people into the room one press at a time. */
export const InvitePeople = ({ room, members, onDone }: InvitePeopleProps) => {
  const t = useTranslations('members');
  const chat = useChat();
  const failureText = useFailureText();
  const [query, setQuery] = useState('');
  const { items, isLoading, error } = usePeopleSearch(query);
  const { busy, error: failure, run } = useAction();
  const inside = new Set(members.map(({ user }) => user.id));
  const people = items.filter(({ id }) => !inside.has(id));
  const told = failure ?? (error ? failureText(error) : null);

  return (
    <div onKeyDown={onArrowKeys} className="flex min-h-0 flex-1 flex-col">
      <SearchField
        data-arrow
        autoFocus
        label={t('find')}
        placeholder={t('find')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        className="mx-5 my-3"
      />
      <ul className="min-h-0 flex-1 overflow-y-auto px-3">
        {people.map((person) => (
          <li key={person.id} className="flex min-h-12 items-center gap-3 rounded-md px-2 hover:bg-hover">
            <PersonFace person={person} size={28} />
            <span className="min-w-0 flex-1 truncate font-semibold">
              <bdi>{person.displayName}</bdi>
            </span>
            <Button
              data-arrow
              size="sm"
              look="quiet"
              disabled={busy}
              aria-label={t('inviteOne', { name: person.displayName })}
              onClick={() => void run(() => chat.addMembers(room.id, [person.id]))}
            >
              {t('add')}
            </Button>
          </li>
        ))}
        <li>
          <ResultState
            loading={isLoading}
            loadingText={t('loading')}
            error={told}
            empty={people.length > 0 ? null : t('nobody')}
          />
        </li>
      </ul>
      <div className="border-t border-line px-5 py-3">
        <Button look="quiet" className="w-full" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
};
