'use client';
import { useChat, useMe, useMembers } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { LogOut, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '@/features/connection/use-failure-text';
import { useAction } from '@/features/conversations/use-action';
import { goTo } from '@/features/shell/route';
import { Button } from '@/ui/button';
import { ResultState } from '@/ui/result-state';
import { InvitePeople } from './invite-people';
import { MemberRow } from './member-row';
import { MoreRow } from '@/ui/more-row';

/** Everyone in the room, and what may be done about it. */
export const MemberList = ({ room }: { room: Room }) => {
  const t = useTranslations('members');
  const chat = useChat();
  const me = useMe();
  const failureText = useFailureText();
  const { items, isLoading, error, hasMore, loadMore } = useMembers(room.id, room.memberCount);
  const { busy, error: failure, run } = useAction();
  const [inviting, setInviting] = useState(false);

  const open = room.kind !== 'direct';
  const mayRemove = room.kind !== 'direct' && (room.me?.role === 'owner' || room.me?.role === 'moderator');
  const leave = () =>
    run(async () => {
      await chat.leaveRoom(room.id);
      goTo('/rooms');
    });
  const message = (userId: string) => run(async () => goTo(`/rooms/${(await chat.openDirect(userId)).id}`));

  if (inviting) return <InvitePeople room={room} members={items} onDone={() => setInviting(false)} />;
  return (
    <>
      {open && (
        <div className="px-5 pt-3">
          <Button look="quiet" className="w-full" onClick={() => setInviting(true)}>
            <UserPlus size={16} strokeWidth={2} aria-hidden="true" />
            {t('invite')}
          </Button>
        </div>
      )}
      {failure && (
        <p role="alert" className="px-5 pt-3 text-[13px] leading-5 text-danger">
          {failure}
        </p>
      )}
      <ul className="min-h-0 flex-1 overflow-y-auto px-3 py-3">
        {items.map((member) => (
          <MemberRow
            key={member.user.id}
            member={member}
            isMe={member.user.id === me?.id}
            onMessage={open && member.user.id !== me?.id ? () => void message(member.user.id) : null}
            onRemove={
              mayRemove && member.user.id !== me?.id && member.role !== 'owner'
                ? () => void run(() => chat.removeMember(room.id, member.user.id))
                : null
            }
          />
        ))}
        {hasMore && <MoreRow label={t('more')} onMore={loadMore} />}
        <li>
          <ResultState
            loading={isLoading && items.length === 0}
            loadingText={t('loading')}
            error={error ? failureText(error) : null}
            empty={null}
          />
        </li>
      </ul>
      {open && (
        <div className="border-t border-line px-5 py-3">
          <Button look="danger" className="w-full" disabled={busy} onClick={() => void leave()}>
            <LogOut size={16} strokeWidth={2} aria-hidden="true" />
            {t('leave')}
          </Button>
        </div>
      )}
    </>
  );
};
