export const TIME_ZONE_COOKIE = 'tz';

const isTimeZone = (value: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
};

/** The time zone a cookie names, or UTC while we know none. */
export const timeZoneOf = (value: string | undefined) => (value && isTimeZone(value) ? value : 'UTC');
