const MINUTE_MS = 60_000;

/** How long until something, as people say it: `in 40 seconds`, `in 3 minutes`. */
export const inTime = (ms: number, locale: string) => {
  const format = new Intl.RelativeTimeFormat(locale);
  return ms <= MINUTE_MS
    ? format.format(Math.ceil(ms / 1000), 'second')
    : format.format(Math.ceil(ms / MINUTE_MS), 'minute');
};
