'use client';
import { AccountButton } from '@/features/account/account-button';
import { NewConversationButton } from '@/features/conversations/new-conversation-button';
import { MarkAllReadButton } from '@/features/receipts/mark-all-read-button';
import { RoomList } from '@/features/rooms/room-list';
import { useRoomKeys } from '@/features/rooms/use-room-keys';
import { SearchButton } from '@/features/search/search-button';
import { SwitcherButton } from '@/features/switcher/switcher-button';
import { ThreadsLink } from '@/features/threads/threads-link';
import { clsx } from '@/ui/clsx';
import { Wordmark } from '@/ui/mark';

/** The left region, and on a phone the first page. */
export const Sidebar = ({ className }: { className?: string }) => {
  useRoomKeys();
  return (
    <div className={clsx('flex min-h-0 flex-col border-e border-line bg-sidebar', className)}>
      <header className="flex h-[58px] flex-none items-center gap-1 ps-4 pe-3">
        <Wordmark />
        <span className="flex-1" />
        <SearchButton />
        <NewConversationButton />
      </header>
      <div className="mx-3 mb-2.5 flex flex-none gap-1.5">
        <SwitcherButton />
        <MarkAllReadButton />
      </div>
      <ThreadsLink />
      <RoomList />
      <AccountButton />
    </div>
  );
};
