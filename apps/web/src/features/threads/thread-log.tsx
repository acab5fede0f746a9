'use client';
import { codeOf } from '@parley/chat-client';
import { useThread, type TimelineItem } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { MessageArticle } from '@/features/messages/message-article';
import { useLinkedMessageId } from '@/features/shell/route';
import { useTime } from '@/features/shell/time-context';
import { Announcer } from '@/features/timeline/announcer';
import { DayLine } from '@/features/timeline/day-line';
import { NewLine } from '@/features/timeline/new-line';
import { layOut, type Row } from '@/features/timeline/rows';
import { TimelineWait } from '@/features/timeline/timeline-wait';
import { useCopyMessages } from '@/features/timeline/use-copy-messages';
import { useRoving } from '@/features/timeline/use-roving';
import { Button } from '@/ui/button';
import { firstUnreadReply } from './first-unread-reply';
import { ThreadMissing } from './thread-missing';
import { useThreadScroll } from './use-thread-scroll';
import { useThreadSeen } from './use-thread-seen';

const Article = memo(MessageArticle);

const folded = (item: TimelineItem) => ({ item, seenSeq: item.message?.seq, repliedAt: null });

/** Asking again would change nothing. */
const MISSING = ['not_found', 'validation_failed', 'forbidden'];

/** The first message of a thread, and what was replied to it. */
export const ThreadLog = ({ roomId, rootId }: { roomId: string; rootId: string }) => {
  const t = useTranslations('threads');
  const { timeZone } = useTime();
  const log = useRef<HTMLDivElement>(null);
  const linkedId = useLinkedMessageId('thread');
  const { root, messages, hasBefore, status, error, state, loadOlder, reload } = useThread(roomId, rootId);
  const [readSeq, setReadSeq] = useState<number | null>(null);
  // Where "New" begins stays as it was when the thread was opened.
  if (readSeq === null && state) setReadSeq(state.readSeq);

  const rows = useMemo(() => {
    const unread = state?.isFollowed ? firstUnreadReply(messages, readSeq) : null;
    const context = { timeZone, hasBefore: true, unread };
    const began: Row[] = root ? layOut([folded(root)], context) : [];
    return [...began, ...layOut(messages.map(folded), context)];
  }, [root, messages, timeZone, readSeq, state?.isFollowed]);

  const scrollTo = useCallback((index: number) => {
    const row = log.current?.querySelectorAll('[data-row]')[index];
    row?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { tabbableKey, handlers } = useRoving({ log, rows, scrollTo });
  const onCopy = useCopyMessages(rows);
  const look = useThreadSeen({ rootId, log, trigger: rows });
  const { glowing, onScroll } = useThreadScroll({ log, rows, linkedId, look });

  if (MISSING.includes(codeOf(error)) || (root && root.roomId !== roomId)) return <ThreadMissing />;
  if (status !== 'ready') return <TimelineWait failed={status === 'failed'} onRetry={reload} />;
  const count = root?.message?.replyCount ?? messages.length;
  return (
    <>
      <div
        ref={log}
        role="log"
        aria-label={t('thread')}
        aria-live="off"
        tabIndex={tabbableKey === null ? 0 : -1}
        onScroll={onScroll}
        onCopy={onCopy}
        {...handlers}
        className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain pt-2 pb-3"
      >
        {rows.map((row, index) => (
          <div key={row.key} data-row={row.key}>
            {row.kind === 'day' && <DayLine day={row.day} />}
            {row.kind === 'new' && <NewLine />}
            {row.kind === 'message' && (
              <Article
                item={row.item}
                head={row.head}
                last={row.last}
                linked={glowing !== null && row.item.message?.id === glowing}
                tabbable={row.key === tabbableKey}
              />
            )}
            {index === 0 && root && (
              <div className="mt-2 mb-1 flex items-center gap-3 px-3.5 text-[13px] text-muted after:flex-1 after:border-t after:border-line md:px-6">
                {t('replies', { count })}
                {hasBefore && (
                  <Button look="quiet" size="sm" onClick={() => void loadOlder()}>
                    {t('older')}
                  </Button>
                )}
              </div>
            )}
          </div>
        ))}
      </div>
      <Announcer rows={rows} hasAfter={false} />
    </>
  );
};
