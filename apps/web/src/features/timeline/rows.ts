import type { TimelineItem } from '@parley/chat-client/react';
import { dayOf } from '@/lib/time';
import { fold, type Folded } from './fold';

const GROUP_MS = 5 * 60_000;

export type MessageRow = {
  kind: 'message';
  key: string;
  day: string;
  item: TimelineItem;
  /** Begins a run of one author's messages: shows who and when. */
  head: boolean;
  /** My latest message: shows how far it got. */
  last: boolean;
  /** The newest message that has been seen by who has seen this row; undefined while it is not stored. */
  seenSeq: number | undefined;
  /** When the last reply of its thread came; null when there is none among the loaded messages. */
  repliedAt: string | null;
};

export type Row = MessageRow | { kind: 'beginning' | 'day' | 'new'; key: string; day: string };

type Context = {
  timeZone: string;
  /** Whether there are older messages than these. */
  hasBefore: boolean;
  /** What was read when the room was opened; null when everything was. */
  readSeq: number | null;
  /** Messages that keep their author line whatever comes before them: see `useWindowHeads`. */
  heads?: ReadonlySet<string>;
};

const continues = (item: TimelineItem, previous: TimelineItem | undefined) =>
  previous?.senderId === item.senderId &&
  Date.parse(item.createdAt) - Date.parse(previous.createdAt) < GROUP_MS;

/** The first message in the list that was unread; null when it is not among these, or there is none. */
export const firstUnread = (
  items: readonly TimelineItem[],
  { readSeq, hasBefore }: Pick<Context, 'readSeq' | 'hasBefore'>,
) => {
  if (readSeq === null) return null;
  const loadedFrom = items[0]?.message?.seq ?? 0;
  if (hasBefore && loadedFrom > readSeq + 1) return null;
  const first = items.find(
    ({ message, threadRootId }) => message !== null && message.seq > readSeq && threadRootId === null,
  );
  return first?.message?.seq ?? null;
};

type Layout = Omit<Context, 'readSeq'> & {
  /** The first message that was unread, if it is among these. */
  unread: number | null;
};

/** Lays messages out as rows: days, the "New" divider, and runs of one author within five minutes. */
export const layOut = (folded: readonly Folded[], context: Layout): Row[] => {
  const { unread } = context;
  const lastMine = folded.findLast(({ item }) => item.mine)?.item;
  const rows: Row[] = context.hasBefore ? [] : [{ kind: 'beginning', key: 'beginning', day: '' }];
  let previous: TimelineItem | undefined;
  let day = '';
  for (const { item, seenSeq, repliedAt } of folded) {
    const itsDay = dayOf(item.createdAt, context.timeZone);
    // Older messages of the same day would come between its line and what it stands above.
    const newDay = itsDay !== day && (previous !== undefined || !context.hasBefore);
    const divided = unread !== null && item.message?.seq === unread;
    if (newDay) rows.push({ kind: 'day', key: `day ${itsDay}`, day: itsDay });
    if (divided) rows.push({ kind: 'new', key: 'new', day: itsDay });
    const head = newDay || divided || context.heads?.has(item.key) || !continues(item, previous);
    const last = item === lastMine;
    rows.push({ kind: 'message', key: item.key, day: itsDay, item, head, last, seenSeq, repliedAt });
    previous = item;
    day = itsDay;
  }
  return rows;
};

/** The rows of a room: replies in threads are folded into the message that began the thread. */
export const toRows = (items: readonly TimelineItem[], context: Context): Row[] =>
  layOut(fold(items), { ...context, unread: firstUnread(items, context) });
