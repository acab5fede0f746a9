'use client';
import { useRoom } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { Suspense } from 'react';
import { UnlessBlocked } from '@/features/blocks/unless-blocked';
import { Composer } from '@/features/composer/composer';
import { TypingLine } from '@/features/composer/typing-line';
import { ConnectionLine } from '@/features/connection/connection-line';
import { MessageActionsProvider } from '@/features/messages/message-actions';
import { MessageDialogs } from '@/features/messages/message-dialogs';
import { ReplyBar } from '@/features/messages/reply-bar';
import { useRefusals } from '@/features/messages/use-refusals';
import { OpenPins } from '@/features/pins/open-pins';
import { roomPath } from '@/features/shell/paths';
import { goTo, usePanel, useThreadId } from '@/features/shell/route';
import { OpenThread } from '@/features/threads/open-thread';
import { Timeline } from '@/features/timeline/timeline';
import { onDemand } from '@/lib/on-demand';
import { clsx } from '@/ui/clsx';
import { ArchivedNote } from './archived-note';
import { RoomHeading } from './room-heading';
import { RoomTools } from './room-tools';

const MembersPanel = onDemand(() =>
  import('@/features/members/members-panel').then((module) => module.MembersPanel),
);
const ArchivedRoom = onDemand(() => import('./archived-room').then((module) => module.ArchivedRoom));

const OpenRoom = ({ room }: { room: Room }) => {
  const roomId = room.id;
  const panel = usePanel();
  const threadId = useThreadId();
  useRefusals();
  const close = () => goTo(roomPath(roomId));
  return (
    <div className="relative flex min-h-0 min-w-0">
      <MessageActionsProvider roomId={roomId}>
        {/* Where there is no space for two, a panel lies over the room, which keeps its place beneath. */}
        <main
          className={clsx(
            'flex min-w-0 flex-1 flex-col',
            (threadId || panel === 'pins') && 'max-lg:invisible',
          )}
        >
          <RoomHeading room={room}>
            <RoomTools roomId={roomId} panel={threadId ? null : panel} />
          </RoomHeading>
          <div className="relative flex min-h-0 flex-1 flex-col">
            <ConnectionLine />
            <Timeline room={room} />
          </div>
          {room.archivedAt ? (
            <ArchivedNote room={room} />
          ) : (
            <UnlessBlocked id="composer" room={room} from={roomPath(roomId)}>
              <ReplyBar />
              <Composer room={room} />
              <TypingLine roomId={roomId} />
            </UnlessBlocked>
          )}
        </main>
        {!threadId && panel === 'pins' && <OpenPins roomId={roomId} onClose={close} />}
        <MessageDialogs />
      </MessageActionsProvider>
      {!threadId && panel === 'members' && (
        <Suspense>
          <MembersPanel room={room} onClose={close} />
        </Suspense>
      )}
      {threadId && <OpenThread key={threadId} room={room} rootId={threadId} onClose={close} />}
    </div>
  );
};

/** One open room. Rendered with the room's id as key, so that nothing of another room stays behind. */
export const RoomView = ({ roomId }: { roomId: string }) => {
  const room = useRoom(roomId);
  if (room?.me) return <OpenRoom room={room} />;
  return (
    <Suspense fallback={<main />}>
      <ArchivedRoom roomId={roomId}>{(archived) => <OpenRoom room={archived} />}</ArchivedRoom>
    </Suspense>
  );
};
