const YEAR_S = 31_536_000;

/** Remembers a preference where the server sees it too, so that its first HTML is already right. */
export const rememberCookie = (name: string, value: string) => {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_S}; samesite=lax`;
};

/** What this browser was told to remember under a name; undefined when nothing. */
export const readCookie = (name: string) => {
  const start = `${name}=`;
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(start));
  return found && decodeURIComponent(found.slice(start.length));
};
