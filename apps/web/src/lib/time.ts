const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does, and a page shows hundreds of times. */
const format = (locale: string, options: Intl.DateTimeFormatOptions) => {
  const key = locale + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(locale, options)));
  return made;
};

/** The calendar day of an instant in a time zone, as `2026-03-09`. */
export const dayOf = (instant: string, timeZone: string) =>
  format('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));

/** Hours and minutes, as `09:04`; the same characters on every engine, so that server and browser agree. */
export const clockTime = (instant: string, timeZone: string, locale = 'en') =>
  format(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  );

/** How many days `day` lies before `today`; both as `dayOf` gives them. */
export const daysBetween = (day: string, today: string) =>
  Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);

/** A day in words, as `Monday, 9 March`; the year only where it is not this one. */
export const dayInWords = (day: string, today: string, locale = 'en') =>
  format(locale, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  }).format(new Date(`${day}T00:00:00Z`));

/** A day and its time, for whoever asks exactly: `9 March 2026 at 09:04`. */
export const fullTime = (instant: string, timeZone: string, locale = 'en') =>
  format(locale, { timeZone, dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }).format(
    new Date(instant),
  );

/** The same in short, for lists: `9 Mar 2026, 09:04`. */
export const dateAndTime = (instant: string, timeZone: string, locale = 'en') =>
  format(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }).format(
    new Date(instant),
  );
