'use client';
import { useChat, useMe, useMembers } from '@parley/chat-client/react';
import type { Member, Room, RoomRole, User } from '@parley/shared-types';
import { LogOut, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '@/features/connection/use-failure-text';
import { useAction } from '@/features/conversations/use-action';
import { isModerator, isOwner } from '@/features/rooms/room-rights';
import { goTo } from '@/features/shell/route';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { ResultState } from '@/ui/result-state';
import { InvitePeople } from './invite-people';
import { MemberRow } from './member-row';
import { useRosterVersion } from './use-roster-version';
import { MoreRow } from '@/ui/more-row';

/** Everyone in the room, and what may be done about it. */
export const MemberList = ({ room }: { room: Room }) => {
  const t = useTranslations('members');
  const chat = useChat();
  const me = useMe();
  const failureText = useFailureText();
  const { items, isLoading, error, hasMore, loadMore } = useMembers(room.id, useRosterVersion(room));
  const { busy, error: failure, run } = useAction();
  const [inviting, setInviting] = useState(false);
  const [heir, setHeir] = useState<User | null>(null);

  const open = room.kind !== 'direct';
  const mayRemove = ({ user, role }: Member) =>
    isModerator(room) && user.id !== me?.id && (role === 'member' || (isOwner(room) && role === 'moderator'));
  const setRole = (user: User, role: RoomRole) => run(() => chat.setRole(room.id, user.id, role));
  // The room has one owner: to make somebody else that is to give it away.
  const askRole = (user: User) => (role: RoomRole) =>
    role === 'owner' ? setHeir(user) : void setRole(user, role);
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
      {heir && (
        <div className="px-5 pt-3">
          <Confirm
            text={t('passOnText', { name: heir.displayName })}
            confirmLabel={t('passOn')}
            cancelLabel={t('cancel')}
            busy={busy}
            onConfirm={() => void setRole(heir, 'owner').then(() => setHeir(null))}
            onCancel={() => setHeir(null)}
          />
        </div>
      )}
      <ul className="min-h-0 flex-1 overflow-y-auto px-3 py-3">
        {items.map((member) => (
          <MemberRow
            key={member.user.id}
            member={member}
            isMe={member.user.id === me?.id}
            onMessage={open && member.user.id !== me?.id ? () => void message(member.user.id) : null}
            onRemove={
              mayRemove(member) ? () => void run(() => chat.removeMember(room.id, member.user.id)) : null
            }
            onRole={isOwner(room) && member.user.id !== me?.id ? askRole(member.user) : null}
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
            <LogOut size={16} strokeWidth={2} aria-hidden="true" className="rtl:-scale-x-100" />
            {t('leave')}
          </Button>
        </div>
      )}
    </>
  );
};
