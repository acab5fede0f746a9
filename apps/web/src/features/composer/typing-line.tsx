'use client';
import { useTyping } from '@parley/chat-client/react';
import { useLocale, useTranslations } from 'next-intl';

const NAMED = 3;
const DELAYS = ['0ms', '160ms', '320ms'];

/** Who is writing, in a line that is always there so that nothing moves. */
export const TypingLine = ({ roomId }: { roomId: string }) => {
  const t = useTranslations('composer');
  const locale = useLocale();
  const people = useTyping(roomId);
  const names = people.slice(0, NAMED).map(({ displayName }) => displayName);
  const list = new Intl.ListFormat(locale).format(names);
  return (
    <div className="flex h-7 flex-none items-center px-4 pb-0.5 text-[12.5px] leading-5 text-muted md:px-[26px]">
      {people.length > 0 && (
        <>
          <span aria-hidden="true" className="me-[7px] inline-flex gap-[3px]">
            {DELAYS.map((delay) => (
              <i
                key={delay}
                style={{ animationDelay: delay }}
                className="size-[5px] animate-dot rounded-full bg-accent"
              />
            ))}
          </span>
          <span className="truncate">
            {people.length > NAMED
              ? t('manyTyping', { count: people.length })
              : t('typing', { names: list, count: people.length })}
          </span>
        </>
      )}
    </div>
  );
};
