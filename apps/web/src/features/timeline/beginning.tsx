import { useMe, useUser } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { NewConversationButton } from '@/features/conversations/new-conversation-button';
import { peerOf } from '@/features/rooms/room-name';
import { useRoomName } from '@/features/rooms/use-room-name';
import { Avatar } from '@/ui/avatar';
import { EmberArt } from '@/ui/ember-art';

/** Where a room begins, and all there is to see in a new one. */
export const Beginning = ({ room }: { room: Room }) => {
  const t = useTranslations('beginning');
  const me = useMe();
  const peer = peerOf(room, me?.id);
  const live = useUser(peer?.id ?? '') ?? peer;
  const src = live ? live.avatarUrl : room.avatarUrl;
  const name = useRoomName(room);
  const kind = peer ? 'direct' : room.kind === 'channel' ? 'channel' : 'group';
  return (
    <div className="px-3.5 pt-10 pb-3 md:px-6">
      {peer || src ? (
        <Avatar id={peer?.id ?? room.id} name={name} src={src} size={64} />
      ) : (
        <EmberArt drawing="fire" />
      )}
      <h2 className="mt-4 max-w-[30ch] font-display text-[22px] leading-7 font-[650] tracking-[-.015em]">
        {t.rich(`${kind}.title`, { name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
      </h2>
      <p className="mt-1 max-w-[56ch] text-muted">{t(`${kind}.text`)}</p>
      {kind === 'channel' && (
        <div className="mt-4">
          <NewConversationButton labelled />
        </div>
      )}
    </div>
  );
};
