'use client';
import { useIsBlocked, type TimelineItem } from '@parley/chat-client/react';
import { useLocale, useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { AttachmentList } from '@/features/attachments/attachment-list';
import { ReactionsRow } from '@/features/reactions/reactions-row';
import { useTime } from '@/features/shell/time-context';
import { ThreadLine } from '@/features/threads/thread-line';
import { fullTime } from '@/lib/time';
import { onDemand } from '@/lib/on-demand';
import { DeliveryLine } from './delivery-line';
import { useMessageActions } from './message-actions';
import { MessageBody } from './message-body';
import { MessageMarks } from './message-marks';
import { PendingMark } from './pending-mark';
import { QuoteLine } from './quote-line';

const EditBox = onDemand(() => import('./edit-box').then((module) => module.EditBox));

type Props = {
  item: TimelineItem;
  /** Being rewritten in its place. */
  editing: boolean;
  last: boolean;
  repliedAt: string | null;
  onReact: () => void;
};

const Body = ({ item }: { item: TimelineItem }) => {
  const t = useTranslations('message');
  const locale = useLocale();
  const { timeZone } = useTime();
  const isBlocked = useIsBlocked(item.senderId);
  const { message } = item;
  if (message && message.deletedAt !== null) {
    return (
      <p className="text-muted italic" title={fullTime(message.deletedAt, timeZone, locale)}>
        {t('deleted')}
      </p>
    );
  }
  const waiting = item.state === 'queued' || item.state === 'sending';
  const files = message?.attachments ?? [];
  const unsent = item.files;
  const said = (
    <>
      {item.replyToId !== null && <QuoteLine quoted={item.quoted} />}
      {item.body !== '' && <MessageBody body={item.body} message={message} waiting={waiting} />}
      {(files.length > 0 || unsent.length > 0) && <AttachmentList files={files} unsent={unsent} />}
      {message && <MessageMarks message={message} />}
    </>
  );
  if (!isBlocked) return said;
  return (
    <details className="group/said">
      <summary className="w-fit text-muted italic touch:min-h-11">
        {t('blocked')}{' '}
        <span className="text-link underline underline-offset-2 not-italic">
          <span className="group-open/said:hidden">{t('show')}</span>
          <span className="hidden group-open/said:inline">{t('hide')}</span>
        </span>
      </summary>
      {said}
    </details>
  );
};

/** All of a message below its author: what it answers, what it says, and what people made of it. */
export const MessageContent = ({ item, editing, last, repliedAt, onReact }: Props) => {
  const { message } = item;
  const inThread = useMessageActions().threadRootId !== null;
  const body = <Body item={item} />;
  return (
    <>
      {editing && message?.deletedAt === null ? (
        <Suspense fallback={body}>
          <EditBox message={message} />
        </Suspense>
      ) : (
        body
      )}
      {message && message.reactions.length > 0 && <ReactionsRow message={message} onAdd={onReact} />}
      {message && !inThread && message.replyCount > 0 && (
        <ThreadLine message={message} repliedAt={repliedAt} />
      )}
      {item.isPending && <PendingMark />}
      {item.state && message?.deletedAt == null && (
        <DeliveryLine item={item} shown={last || message === null} />
      )}
    </>
  );
};
