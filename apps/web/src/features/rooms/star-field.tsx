'use client';
import type { Room } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useRoomSettings } from './use-room-settings';

/** Whether a room stands among the starred ones, above all others. */
export const StarField = ({ room }: { room: Room }) => {
  const t = useTranslations('roomDetails');
  const { star } = useRoomSettings(room);
  return (
    <label className="flex min-h-8 items-center gap-2.5 touch:min-h-11">
      <input
        type="checkbox"
        checked={room.me?.starred ?? false}
        onChange={(event) => star(event.target.checked)}
        className="size-4"
      />
      {t('star')}
    </label>
  );
};
