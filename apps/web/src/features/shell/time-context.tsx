'use client';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { rememberCookie } from '@/lib/browser-cookie';
import { dayOf } from '@/lib/time';
import { TIME_ZONE_COOKIE } from '@/lib/time-zone';
import { useBrowserZone } from '@/lib/use-browser-zone';

const MINUTE_MS = 60_000;

type Time = { timeZone: string; today: string };
const Context = createContext<Time>({ timeZone: 'UTC', today: '1970-01-01' });

type Props = { timeZone: string; now: string; children: React.ReactNode };

/**
 * The reader's time zone and day. The first render uses what the server used; when the browser knows better, it
 * says so once here and by cookie for the next page.
 */
export const TimeProvider = ({ timeZone: serverZone, now, children }: Props) => {
  const timeZone = useBrowserZone(serverZone);
  const [instant, setInstant] = useState(now);
  const today = dayOf(instant, timeZone);

  useEffect(() => {
    if (timeZone !== serverZone) rememberCookie(TIME_ZONE_COOKIE, timeZone);
  }, [timeZone, serverZone]);

  useEffect(() => {
    const timer = setInterval(() => setInstant(new Date().toISOString()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);

  const value = useMemo(() => ({ timeZone, today }), [timeZone, today]);
  return <Context value={value}>{children}</Context>;
};

export const useTime = () => useContext(Context);
