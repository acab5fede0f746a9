'use client';
import { useChat, useUser, type TimelineItem } from '@parley/chat-client/react';
import { useLocale, useTranslations } from 'next-intl';
import { Suspense, useCallback, useRef, useState } from 'react';
import { onKeys } from '@/features/keyboard/use-bindings';
import { useTime } from '@/features/shell/time-context';
import { clockTime } from '@/lib/time';
import { useLongPress } from '@/lib/use-long-press';
import { onDemand } from '@/lib/on-demand';
import { Avatar } from '@/ui/avatar';
import { clsx } from '@/ui/clsx';
import { AuthorLine } from './author-line';
import { mentions } from './mentions';
import { useIsEditing } from './message-actions';
import { MessageContent } from './message-content';
import { useHot } from './use-hot';
import { useRunAction } from './use-run-action';

const Toolbar = onDemand(() => import('./message-toolbar').then((module) => module.MessageToolbar));
const Picker = onDemand(() =>
  import('@/features/reactions/reaction-picker').then((module) => module.ReactionPicker),
);
const Sheet = onDemand(() => import('./message-sheet').then((module) => module.MessageSheet));

export type MessageArticleProps = {
  item: TimelineItem;
  /** Begins a run of one author's messages: shows who and when. */
  head: boolean;
  /** My latest message: shows how far it got. */
  last: boolean;
  /** Just jumped to. */
  linked: boolean;
  /** The one of the list that Tab leads to. */
  tabbable: boolean;
  /** Who has seen this message has seen everything up to here: replies in threads are not in the list. */
  seenSeq?: number;
  /** When the last reply of its thread came, as far as that is known. */
  repliedAt?: string | null;
};

type Open = 'menu' | 'picker' | 'sheet' | null;

/** One message. What can be done with it is there for the pointer, for the keyboard and for a finger that rests. */
export const MessageArticle = (props: MessageArticleProps) => {
  const { item, head, last, linked, tabbable, seenSeq, repliedAt = null } = props;
  const { message } = item;
  const t = useTranslations('message');
  const locale = useLocale();
  const { timeZone } = useTime();
  const meId = useChat().me?.id;
  const article = useRef<HTMLElement>(null);
  const { hot, handlers } = useHot();
  const [open, setOpen] = useState<Open>(null);
  const openPicker = useCallback(() => setOpen('picker'), []);
  const run = useRunAction(message, openPicker);
  const press = useLongPress(() => message && setOpen('sheet'));
  const sender = useUser(item.senderId);
  const author = sender?.displayName ?? t('someone');
  const time = clockTime(item.createdAt, timeZone, locale);
  const editing = useIsEditing(message?.id);
  const close = () => setOpen(null);

  const keys = onKeys('message', {
    react: () => run('react'),
    reply: () => run('reply'),
    thread: () => run('thread'),
    edit: () => run('edit'),
    delete: () => run('delete'),
    pin: () => run('pin'),
    forward: () => run('forward'),
    markUnread: () => run('markUnread'),
    messageMenu: () => setOpen('menu'),
  });

  return (
    <article
      ref={article}
      aria-label={t('label', { author, time })}
      tabIndex={tabbable ? 0 : -1}
      data-seq={seenSeq ?? message?.seq}
      data-message={message?.id}
      onKeyDown={(event) => event.target === event.currentTarget && keys(event)}
      {...handlers}
      {...press}
      className={clsx(
        'group relative grid scroll-my-14 grid-cols-[36px_minmax(0,76ch)] gap-x-3 px-3.5 py-0.5 -outline-offset-2 hover:bg-hover md:px-6 compact:grid-cols-[32px_minmax(0,76ch)] compact:py-0 compact:text-sm/5 touch:select-none',
        head && 'pt-[9px] compact:pt-1',
        mentions(message, meId) && 'bg-wash hover:bg-wash',
        (hot || open) && 'z-10',
        linked && 'animate-glow',
      )}
    >
      {head ? (
        <Avatar
          id={item.senderId}
          name={author}
          src={sender?.avatarUrl}
          className="mt-0.5 compact:size-6 compact:rounded-sm compact:text-[11px]"
        />
      ) : (
        <time
          dateTime={item.createdAt}
          aria-hidden="true"
          className="text-end text-[11px] leading-[22px] text-muted tabular-nums opacity-0 group-hover:opacity-100"
        >
          {time}
        </time>
      )}
      <div className="min-w-0">
        {head && <AuthorLine name={author} at={item.createdAt} time={time} />}
        <MessageContent
          item={item}
          editing={editing}
          last={last}
          repliedAt={repliedAt}
          onReact={() => run('react')}
        />
      </div>
      <Suspense>
        {message && !editing && (hot || open === 'menu') && (
          <Toolbar
            message={message}
            menuOpen={open === 'menu'}
            onMenu={(isOpen) => setOpen(isOpen ? 'menu' : null)}
            onRun={run}
          />
        )}
        {message && open === 'picker' && <Picker message={message} anchor={article} onClose={close} />}
        {message && open === 'sheet' && <Sheet message={message} onRun={run} onClose={close} />}
      </Suspense>
    </article>
  );
};
