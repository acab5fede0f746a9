'use client';
import { useRoom } from '@parley/chat-client/react';
import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Composer } from '@/features/composer/composer';
import { TypingLine } from '@/features/composer/typing-line';
import { ConnectionLine } from '@/features/connection/connection-line';
import { MembersPanel } from '@/features/members/members-panel';
import { Timeline } from '@/features/timeline/timeline';
import { IconButton } from '@/ui/icon-button';
import { RoomGone } from './room-gone';
import { RoomHeading } from './room-heading';

/** One open room. Rendered with the room's id as key, so that nothing of another room stays behind. */
export const RoomView = ({ roomId }: { roomId: string }) => {
  const t = useTranslations('room');
  const room = useRoom(roomId);
  const [panel, setPanel] = useState(false);
  if (!room?.me) return <RoomGone />;
  return (
    <div className="flex min-h-0 min-w-0">
      <main className="flex min-w-0 flex-1 flex-col">
        <RoomHeading room={room}>
          <IconButton label={t('members')} aria-expanded={panel} onClick={() => setPanel(!panel)}>
            <Users size={18} strokeWidth={1.8} />
          </IconButton>
        </RoomHeading>
        <div className="relative flex min-h-0 flex-1 flex-col">
          <ConnectionLine />
          <Timeline room={room} />
        </div>
        <Composer room={room} />
        <TypingLine roomId={roomId} />
      </main>
      {panel && <MembersPanel room={room} onClose={() => setPanel(false)} />}
    </div>
  );
};
