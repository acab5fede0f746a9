import type { TimelineItem } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Button, buttonClass } from '@/ui/button';

type NoScriptHistoryProps = { room: Room; messages: TimelineItem[]; hasBefore: boolean; hasAfter: boolean };

/** What scrolling does for everyone else, as links and a form. */
export const NoScriptHistory = ({ room, messages, hasBefore, hasAfter }: NoScriptHistoryProps) => {
  const t = useTranslations('timeline');
  const first = messages[0]?.message?.seq;
  const last = messages.at(-1)?.message?.seq ?? 0;
  const link = buttonClass({ look: 'quiet', size: 'sm' });
  return (
    <noscript>
      <div className="flex flex-wrap justify-center gap-2.5 p-3">
        {hasBefore && first && (
          <a className={link} href={`/rooms/${room.id}?before=${first}`}>
            {t('older')}
          </a>
        )}
        {hasAfter && (
          <a className={link} href={`/rooms/${room.id}`}>
            {t('jump')}
          </a>
        )}
        {(room.me?.readSeq ?? 0) < last && (
          <form method="post" action={`/rooms/${room.id}/read`}>
            <input type="hidden" name="seq" value={last} />
            <Button look="quiet" size="sm">
              {t('markRead')}
            </Button>
          </form>
        )}
      </div>
    </noscript>
  );
};
