'use client';
import type { Room } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useNotifyLevels } from './use-notify-levels';
import { useRoomSettings } from './use-room-settings';

/** How much of a room I want to be told of. */
export const NotifyField = ({ room }: { room: Room }) => {
  const t = useTranslations('roomDetails');
  const levels = useNotifyLevels();
  const { notify } = useRoomSettings(room);
  return (
    <fieldset>
      <legend className="mb-1.5 text-[13.5px] font-semibold">{t('notify')}</legend>
      {levels.map(({ value, label, icon }) => (
        <label key={value} className="flex min-h-8 items-center gap-2.5 touch:min-h-11">
          <input
            type="radio"
            name="notify"
            checked={room.me?.notify === value}
            onChange={() => notify(value)}
            className="size-4"
          />
          <span className="text-muted">{icon}</span>
          {label}
        </label>
      ))}
      <p className="mt-1 text-[13px] leading-5 text-muted">{t('notifyHint')}</p>
    </fieldset>
  );
};
