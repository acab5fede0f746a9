'use client';
import { useRoom } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { RoomSign } from '@/features/rooms/room-sign';
import { useRoomName } from '@/features/rooms/use-room-name';
import { groupsOf, type ResultGroup } from './result-groups';
import { ResultRow } from './result-row';
import type { Results } from './use-results';

const MORE = 'min-h-8 font-semibold text-link underline underline-offset-2 touch:min-h-11';

const Group = ({ group }: { group: ResultGroup }) => {
  const room = useRoom(group.room.id) ?? group.room;
  const name = useRoomName(room);
  return (
    <section aria-label={name} className="mt-5 first:mt-0">
      <h2 className="mb-1 flex items-center gap-2 px-2.5 text-[13px] font-semibold text-muted">
        <RoomSign room={room} />
        <bdi className="truncate">{name}</bdi>
      </h2>
      <ul>
        {group.results.map((result) => (
          <ResultRow key={result.message.id} result={result} />
        ))}
      </ul>
    </section>
  );
};

export const ResultList = ({ results }: { results: Results }) => {
  const t = useTranslations('search');
  return (
    <>
      {groupsOf(results.items).map((group) => (
        <Group key={group.results[0]?.message.id} group={group} />
      ))}
      {results.morePath && (
        <p className="p-3 text-center">
          <a href={results.morePath} className={MORE}>
            {t('more')}
          </a>
        </p>
      )}
      {results.hasMore && (
        <p className="p-3 text-center">
          <button
            type="button"
            data-arrow
            onClick={results.loadMore}
            disabled={results.isLoading}
            className={MORE}
          >
            {t('more')}
          </button>
        </p>
      )}
    </>
  );
};
