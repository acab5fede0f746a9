'use client';
import { useChat } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { Archive, LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAction } from '@/features/conversations/use-action';
import { goTo, useRoomId } from '@/features/shell/route';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { isOwner } from './room-rights';

const ICON = { size: 16, strokeWidth: 2, 'aria-hidden': true } as const;

/** To leave a room, or to archive it for all; each asks once more. */
export const RoomEndings = ({ room, onDone }: { room: Room; onDone: () => void }) => {
  const t = useTranslations('roomDetails');
  const chat = useChat();
  const isOpen = useRoomId() === room.id;
  const { busy, error, run } = useAction();
  const [asked, setAsked] = useState<'leave' | 'archive' | null>(null);

  const confirm = () =>
    run(async () => {
      await (asked === 'archive' ? chat.archiveRoom(room.id) : chat.leaveRoom(room.id));
      onDone();
      if (isOpen) goTo('/rooms');
    });
  return (
    <div className="grid gap-3 border-t border-line pt-5">
      {error && (
        <p role="alert" className="text-[13.5px] text-danger">
          {error}
        </p>
      )}
      {asked ? (
        <Confirm
          text={t(asked === 'archive' ? 'archiveText' : 'leaveText')}
          confirmLabel={t(asked)}
          cancelLabel={t('cancel')}
          busy={busy}
          onConfirm={() => void confirm()}
          onCancel={() => setAsked(null)}
        />
      ) : (
        <div className="flex flex-wrap gap-2.5">
          <Button look="danger" onClick={() => setAsked('leave')}>
            <LogOut {...ICON} className="rtl:-scale-x-100" />
            {t('leave')}
          </Button>
          {isOwner(room) && (
            <Button look="danger" onClick={() => setAsked('archive')}>
              <Archive {...ICON} />
              {t('archive')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
};
