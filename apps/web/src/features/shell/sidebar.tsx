'use client';
import { useState } from 'react';
import { AccountButton } from '@/features/account/account-button';
import { NewConversationButton } from '@/features/conversations/new-conversation-button';
import { RoomFilter } from '@/features/rooms/room-filter';
import { RoomList } from '@/features/rooms/room-list';
import { clsx } from '@/ui/clsx';
import { Wordmark } from '@/ui/mark';

/** The left region, and on a phone the first page. */
export const Sidebar = ({ className }: { className?: string }) => {
  const [filter, setFilter] = useState('');
  return (
    <div data-sidebar className={clsx('flex min-h-0 flex-col border-r border-line bg-sidebar', className)}>
      <header className="flex h-[58px] flex-none items-center justify-between pr-3 pl-4">
        <Wordmark />
        <NewConversationButton />
      </header>
      <RoomFilter value={filter} onChange={setFilter} />
      <RoomList filter={filter} />
      <AccountButton />
    </div>
  );
};
