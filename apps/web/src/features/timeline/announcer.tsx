import { useIsBlocked, useUser } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useFilesText } from '@/features/attachments/use-files-text';
import { oneLine } from '@/features/messages/one-line';
import type { MessageRow, Row } from './rows';

const GATHER_MS = 800;

const isNews = (row: Row, after: number): row is MessageRow =>
  row.kind === 'message' && !row.item.mine && (row.item.message?.seq ?? 0) > after;

const latestSeq = (rows: readonly Row[]) =>
  rows.reduce((latest, row) => Math.max(latest, row.kind === 'message' ? (row.seenSeq ?? 0) : 0), 0);

type AnnouncerProps = { rows: readonly Row[]; hasAfter: boolean };

/** Tells assistive technology what comes in: one message by its words, several by their number, history never, and nothing that somebody says whom I block. */
export const Announcer = ({ rows, hasAfter }: AnnouncerProps) => {
  const t = useTranslations('timeline');
  const filesText = useFilesText();
  const [news, setNews] = useState<{ count: number; only: MessageRow | undefined } | null>(null);
  const senderId = news?.only?.item.senderId;
  const author = useUser(senderId ?? '')?.displayName ?? '';
  const isBlocked = useIsBlocked(senderId);
  const told = useRef<number | null>(null);
  const latest = useRef(rows);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    latest.current = rows;
    if (hasAfter) told.current = null;
    else if (told.current === null) told.current = latestSeq(rows);
    if (told.current === null || latestSeq(rows) <= told.current) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const fresh = latest.current.filter((row) => isNews(row, told.current ?? Infinity)) as MessageRow[];
      told.current = latestSeq(latest.current);
      if (fresh.length > 0) setNews({ count: fresh.length, only: fresh.length === 1 ? fresh[0] : undefined });
    }, GATHER_MS);
  }, [rows, hasAfter]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const textOf = ({ item: { body, message } }: MessageRow) =>
    [filesText(message?.attachments ?? []), body].filter(Boolean).join(': ');

  return (
    <p aria-live="polite" className="sr-only">
      {news &&
        (news.only && !isBlocked
          ? t('announceOne', { author, text: oneLine(textOf(news.only)) })
          : t('announceMany', { count: news.count }))}
    </p>
  );
};
