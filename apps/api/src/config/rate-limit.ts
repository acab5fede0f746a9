import * as z from 'zod';

/** So many points in so many milliseconds; null is no limit. */
export type RateLimit = { points: number; ms: number } | null;

const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;
const LONGEST_MS = 24 * UNIT_MS.h;

/** `60/10s` → sixty in ten seconds; `off` → null. */
export const rateLimit = z
  .string()
  .regex(
    /^(off|[1-9]\d{0,8}\/[1-9]\d{0,4}[smh])$/,
    'use a number and a time in s, m or h, such as 60/10s, or off',
  )
  .transform(toLimit)
  .refine((limit) => limit === null || limit.ms <= LONGEST_MS, 'the time may be 24h at most');

function toLimit(value: string): RateLimit {
  if (value === 'off') return null;
  const [points, time] = value.split('/') as [string, string];
  const unit = time.at(-1) as keyof typeof UNIT_MS;
  return { points: Number(points), ms: Number(time.slice(0, -1)) * UNIT_MS[unit] };
}
