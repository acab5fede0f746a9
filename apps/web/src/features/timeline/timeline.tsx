'use client';
import { NoScriptHistory } from '#no-script-history';
import { useTimeline } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useRef } from 'react';
import { useLinkedMessageId } from '@/features/shell/route';
import { useTime } from '@/features/shell/time-context';
import { Announcer } from './announcer';
import { FloatingDay } from './floating-day';
import { HistoryEdge } from './history-edge';
import { JumpButton } from './jump-button';
import { LinkMissing } from './link-missing';
import { RowView } from './row-view';
import { toRows } from './rows';
import { TimelineWait } from './timeline-wait';
import { useCopyMessages } from './use-copy-messages';
import { useEdgeLoading } from './use-edge-loading';
import { useFollowOwn } from './use-follow-own';
import { useLinkedMessage } from './use-linked-message';
import { useNewDivider } from './use-new-divider';
import { useOpeningPosition } from './use-opening-position';
import { useRoving } from './use-roving';
import { useRowsVirtualizer } from './use-rows-virtualizer';
import { useScrollEdges } from './use-scroll-edges';
import { useSeen } from './use-seen';
import { useShow } from './use-show';
import { useShowEdited } from './use-show-edited';
import { useStayAtEnd } from './use-stay-at-end';
import { useUnreadWindow } from './use-unread-window';
import { useWindowHeads } from './use-window-heads';

/** The messages of a room: a log of which only what is near the screen is in the page. */
export const Timeline = ({ room }: { room: Room }) => {
  const t = useTranslations('timeline');
  const { timeZone } = useTime();
  const log = useRef<HTMLDivElement>(null);
  const linkedId = useLinkedMessageId('room');
  const timeline = useTimeline(room.id);
  const { messages, hasBefore, hasAfter, status, loadOlder, loadNewer, loadLatest } = timeline;
  const { readSeq, putBack } = useNewDivider(room);
  const heads = useWindowHeads(messages);
  const rows = useMemo(
    () => toRows(messages, { timeZone, hasBefore, readSeq, heads }),
    [messages, timeZone, hasBefore, readSeq, heads],
  );

  const { virtualizer, items, hydrated, totalSize } = useRowsVirtualizer(rows, log);
  const toEnd = useCallback(() => virtualizer.scrollToEnd(), [virtualizer]);
  const settled = useUnreadWindow(timeline, readSeq, linkedId === null);

  const older = useEdgeLoading(loadOlder);
  const newer = useEdgeLoading(loadNewer);
  const look = useSeen({ roomId: room.id, log, trigger: rows, paused: putBack });
  const { atEnd, pinned, onScroll } = useScrollEdges({ log, rows, hasBefore, hasAfter, older, newer, look });
  // The last of these has the last word on where the log stands.
  useStayAtEnd(log, rows, pinned, toEnd);
  useOpeningPosition({
    virtualizer,
    rows,
    linkedId,
    pinned,
    ready: hydrated && status === 'ready' && settled,
  });
  useFollowOwn(timeline, toEnd);
  const show = useShow(virtualizer, pinned);
  const { glowing, isMissing } = useLinkedMessage({ roomId: room.id, linkedId, rows, timeline, show });
  useShowEdited(rows, show);
  const { tabbableKey, handlers } = useRoving({
    log,
    rows,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  });
  const onCopy = useCopyMessages(rows);
  const jump = () => void loadLatest().then(toEnd, toEnd);

  if (status !== 'ready') return <TimelineWait failed={status === 'failed'} onRetry={timeline.reload} />;
  return (
    <>
      <div
        ref={log}
        role="log"
        aria-label={t('messages')}
        // Scrolling puts old messages into the page; what is news, the announcer tells.
        aria-live="off"
        tabIndex={items.some(({ key }) => key === tabbableKey) ? -1 : 0}
        onScroll={onScroll}
        onCopy={onCopy}
        {...handlers}
        className="timeline min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain -outline-offset-2 [overflow-anchor:none]"
      >
        <NoScriptHistory room={room} messages={messages} hasBefore={hasBefore} hasAfter={hasAfter} />
        <div className="flex min-h-full flex-col justify-end">
          <div className={hydrated ? 'relative' : 'pb-3'} style={{ height: totalSize }}>
            <div className={hydrated ? 'absolute inset-x-0' : undefined} style={{ top: items[0]?.start }}>
              {items.map(({ key, index }) => (
                <div key={key} ref={virtualizer.measureElement} data-index={index} data-row={key}>
                  <RowView row={rows[index]} room={room} glowing={glowing} tabbableKey={tabbableKey} />
                </div>
              ))}
            </div>
          </div>
        </div>
      </div>
      {hydrated && <FloatingDay rows={rows} virtualizer={virtualizer} />}
      <HistoryEdge state={older.state} onRetry={older.run} />
      {isMissing && <LinkMissing roomId={room.id} />}
      <Announcer rows={rows} hasAfter={hasAfter} />
      <JumpButton room={room} rows={rows} hasAfter={hasAfter} atEnd={atEnd} onJump={jump} />
    </>
  );
};
