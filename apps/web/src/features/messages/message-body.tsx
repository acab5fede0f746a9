'use client';
import type { Message } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MessageText } from '@/features/text/message-text';
import { clsx } from '@/ui/clsx';

const FOLD_LENGTH = 1_600;
const FOLD_LINES = 20;

const isLong = (body: string) =>
  body.length > FOLD_LENGTH || body.split('\n', FOLD_LINES + 1).length > FOLD_LINES;

/** `message` is null while it is not stored: nobody knows yet whom it mentions. */
type MessageBodyProps = { body: string; message: Message | null; waiting: boolean };

/** What was written; the end of a long one is shown when it is asked for. */
export const MessageBody = ({ body, message, waiting }: MessageBodyProps) => {
  const t = useTranslations('message');
  const [open, setOpen] = useState(false);
  const long = isLong(body);
  return (
    <>
      <div
        className={clsx(
          'transition-opacity duration-100',
          waiting && 'opacity-70',
          long && !open && 'fold max-h-[396px] overflow-hidden mask-b-from-85%',
        )}
      >
        <MessageText body={body} mentions={message?.mentions} mentionsAll={message?.mentionsAll} />
      </div>
      {long && (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="my-1 text-[13.5px] font-semibold text-link underline underline-offset-2 touch:min-h-11"
        >
          {open ? t('less') : t('more')}
        </button>
      )}
    </>
  );
};
