'use client';
import type { Room } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { UnlessBlocked } from '@/features/blocks/unless-blocked';
import { Composer } from '@/features/composer/composer';
import { MessageActionsProvider } from '@/features/messages/message-actions';
import { MessageDialogs } from '@/features/messages/message-dialogs';
import { ReplyBar } from '@/features/messages/reply-bar';
import { useRoomName } from '@/features/rooms/use-room-name';
import { threadPath } from '@/features/shell/paths';
import { Panel } from '@/ui/panel';
import { FollowButton } from './follow-button';
import { ThreadLog } from './thread-log';

export type ThreadPanelProps = { room: Room; rootId: string; onClose: () => void };

/** One thread beside its room, with a log and a composer of its own. */
export const ThreadPanel = ({ room, rootId, onClose }: ThreadPanelProps) => {
  const t = useTranslations('threads');
  const name = useRoomName(room);
  return (
    <MessageActionsProvider roomId={room.id} threadRootId={rootId}>
      <Panel
        label={t('thread')}
        title={
          <>
            {t('thread')}{' '}
            <span className="font-sans text-[13px] font-normal text-muted">
              {room.kind === 'channel' && '#'}
              <bdi>{name}</bdi>
            </span>
          </>
        }
        closeLabel={t('close')}
        onClose={onClose}
        tools={<FollowButton rootId={rootId} />}
        className="lg:w-[clamp(340px,34vw,460px)]"
      >
        <div className="relative flex min-h-0 flex-1 flex-col">
          <ThreadLog roomId={room.id} rootId={rootId} />
        </div>
        {room.archivedAt === null && (
          <UnlessBlocked id="thread-composer" room={room} from={threadPath(room.id, rootId)}>
            <ReplyBar />
            <div className="pb-3">
              <Composer room={room} threadRootId={rootId} />
            </div>
          </UnlessBlocked>
        )}
      </Panel>
      <MessageDialogs />
    </MessageActionsProvider>
  );
};
