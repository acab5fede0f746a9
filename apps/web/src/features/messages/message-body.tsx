'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { linkify } from '@/lib/linkify';
import { clsx } from '@/ui/clsx';

const FOLD_LENGTH = 1_600;
const FOLD_LINES = 20;
const FEW_EMOJI =
  /^(?:(?:\p{Extended_Pictographic}(?:\ufe0f|\p{EMod}|\u200d\p{Extended_Pictographic})*|\p{RI}\p{RI})\s?){1,3}$/u;

const isLong = (body: string) =>
  body.length > FOLD_LENGTH || body.split('\n', FOLD_LINES + 1).length > FOLD_LINES;

/** Plain text as it was written: its own line breaks, addresses as links, nothing else interpreted. */
export const MessageBody = ({ body, waiting }: { body: string; waiting: boolean }) => {
  const t = useTranslations('message');
  const [open, setOpen] = useState(false);
  const parts = useMemo(() => linkify(body), [body]);
  const long = isLong(body);
  return (
    <>
      <p
        dir="auto"
        className={clsx(
          'wrap-anywhere whitespace-pre-wrap transition-opacity duration-100',
          waiting && 'opacity-70',
          FEW_EMOJI.test(body) && 'text-[34px] leading-[44px]',
          long && !open && 'fold max-h-[396px] overflow-hidden mask-b-from-85%',
        )}
      >
        {parts.map(({ text, href }, index) =>
          href ? (
            <a
              key={index}
              href={href}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="text-link underline underline-offset-2"
            >
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </p>
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
