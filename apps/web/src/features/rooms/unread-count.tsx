import { useTranslations } from 'next-intl';
import { clsx } from '@/ui/clsx';

const MOST = 999;

type UnreadCountProps = { count: number; forMe: boolean };

/** Ember when it is meant for me: a person, a group; quiet for a channel's chatter. */
export const UnreadCount = ({ count, forMe }: UnreadCountProps) => {
  const t = useTranslations('rooms');
  if (count === 0) return null;
  return (
    <span
      className={clsx(
        'h-[18px] min-w-[18px] rounded-full px-[5px] text-center text-[11.5px] leading-[18px] font-semibold tabular-nums',
        forMe ? 'bg-accent text-on-accent' : 'bg-muted text-sidebar',
      )}
    >
      {count > MOST ? `${MOST}+` : count}
      <span className="sr-only"> {t('unread')}</span>
    </span>
  );
};
