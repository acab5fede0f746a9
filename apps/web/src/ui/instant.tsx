'use client';
import { useLocale } from 'next-intl';
import { dateAndTime } from '@/lib/time';
import { useBrowserZone } from '@/lib/use-browser-zone';

/** A day and a time, in words and for machines. The reader's own zone, which the server knows of from earlier pages. */
export const Instant = ({ at, timeZone }: { at: string; timeZone: string }) => (
  // Engines may differ in a space or a comma.
  <time dateTime={at} suppressHydrationWarning className="tabular-nums">
    {dateAndTime(at, useBrowserZone(timeZone), useLocale())}
  </time>
);
