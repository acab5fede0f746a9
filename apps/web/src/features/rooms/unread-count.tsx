import type { Room } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { clsx } from '@/ui/clsx';
import { badgeOf } from './room-badge';

const MOST = 999;

const inShort = (count: number) => (count > MOST ? `${MOST}+` : count);

const PILL =
  'h-[18px] min-w-[18px] flex-none rounded-full px-[5px] text-center text-[11.5px] leading-[18px] font-semibold tabular-nums';

/**
 * How much is unread, and how often I was mentioned in it. Ember is what is meant for me: a mention, a person, a
 * group; quiet is a channel's chatter.
 */
export const UnreadCount = ({ room }: { room: Room }) => {
  const t = useTranslations('rooms');
  const { unread, mentions } = badgeOf(room);
  const forMe = room.kind !== 'channel';
  return (
    <>
      {unread > 0 && (
        <span className={clsx(PILL, forMe ? 'bg-accent text-on-accent' : 'bg-muted text-sidebar')}>
          {inShort(unread)}
          <span className="sr-only"> {t('unread')}</span>
        </span>
      )}
      {mentions > 0 && (
        <span className={clsx(PILL, 'bg-accent text-on-accent')}>
          <span aria-hidden="true">@{inShort(mentions)}</span>
          <span className="sr-only"> {t('mentions', { count: mentions })}</span>
        </span>
      )}
    </>
  );
};
