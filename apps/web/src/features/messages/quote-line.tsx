'use client';
import { useIsBlocked, useUser } from '@parley/chat-client/react';
import type { Message } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { AppLink } from '@/features/shell/app-link';
import { messagePath, threadPath } from '@/features/shell/paths';
import { useMessageActions } from './message-actions';
import { MessageLine } from './message-line';

const LINE =
  'my-0.5 flex max-w-full min-w-0 border-s-2 border-edge/50 ps-2.5 text-[13px] leading-[18px] text-muted';

/** Between these a text keeps its direction to itself. */
const ISOLATE = '\u2068';
const END = '\u2069';

/** The message that this one answers: who and how it begins. It leads there. */
export const QuoteLine = ({ quoted }: { quoted: Message | null }) => {
  const t = useTranslations('message');
  const { visit } = useMessageActions();
  const author = useUser(quoted?.senderId ?? '')?.displayName ?? t('someone');
  const isBlocked = useIsBlocked(quoted?.senderId);
  if (!quoted) return <p className={LINE}>{t('quoteMissing')}</p>;
  if (quoted.deletedAt !== null) return <p className={LINE}>{t('quoteDeleted')}</p>;
  if (isBlocked) return <p className={LINE}>{t('quoteBlocked')}</p>;
  const { roomId, id, threadRootId } = quoted;
  return (
    <AppLink
      href={threadRootId ? threadPath(roomId, threadRootId, id) : messagePath(roomId, id)}
      onClick={visit}
      className={`${LINE} w-fit hover:border-accent hover:text-text touch:min-h-11 touch:items-center`}
    >
      <span className="min-w-0 truncate">
        <span className="sr-only">{t('inReplyTo')} </span>
        <bdi className="font-medium">{author}</bdi> · {ISOLATE}
        <MessageLine message={quoted} />
        {END}
      </span>
    </AppLink>
  );
};
