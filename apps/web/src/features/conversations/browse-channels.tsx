'use client';
import { useChat, useDiscoverRooms, useRooms } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '@/features/connection/use-failure-text';
import { onArrowKeys } from '@/ui/arrow-keys';
import { ResultState } from '@/ui/result-state';
import { SearchField } from '@/ui/search-field';
import { ArchivedRooms } from './archived-rooms';
import { ChannelRow } from './channel-row';
import { useAction } from './use-action';
import { MoreRow } from '@/ui/more-row';

/** Every channel there is; joining one opens it. */
export const BrowseChannels = ({ onOpen }: { onOpen: (roomId: string) => void }) => {
  const t = useTranslations('conversation');
  const chat = useChat();
  const failureText = useFailureText();
  const [query, setQuery] = useState('');
  const [archived, setArchived] = useState(false);
  const mine = new Set(useRooms().map(({ id }) => id));
  const { items, isLoading, error, hasMore, loadMore } = useDiscoverRooms(query);
  const { busy, error: failure, run } = useAction();
  const join = (roomId: string) => run(async () => onOpen((await chat.joinRoom(roomId)).id));

  return (
    <div onKeyDown={onArrowKeys} className="flex min-h-0 flex-1 flex-col">
      <SearchField
        data-arrow
        label={t('findChannels')}
        placeholder={t('findChannels')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        className="mx-5 mb-2"
      />
      {failure && (
        <p role="alert" className="px-5 pb-2 text-[13px] text-danger">
          {failure}
        </p>
      )}
      <div className="min-h-0 flex-1 overflow-y-auto">
        <ul className="px-3 pb-3">
          {items.map((room) => (
            <ChannelRow
              key={room.id}
              room={room}
              joined={mine.has(room.id)}
              disabled={busy}
              onOpen={() => (mine.has(room.id) ? onOpen(room.id) : void join(room.id))}
            />
          ))}
          {hasMore && <MoreRow label={t('more')} onMore={loadMore} />}
          <li>
            <ResultState
              loading={isLoading}
              loadingText={t('searching')}
              error={error ? failureText(error) : null}
              empty={items.length > 0 ? null : t('noChannels')}
            />
          </li>
        </ul>
        <details className="border-t border-line" onToggle={(event) => setArchived(event.currentTarget.open)}>
          <summary
            data-arrow
            className="flex min-h-11 items-center px-5 font-semibold text-muted hover:text-text"
          >
            {t('archived')}
          </summary>
          {archived && <ArchivedRooms onOpen={onOpen} />}
        </details>
      </div>
    </div>
  );
};
