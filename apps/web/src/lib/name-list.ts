const formats = new Map<string, Intl.ListFormat>();

/** "Ada, Grace and Linus", as a language joins them. */
export const nameList = (names: readonly string[], locale: string) => {
  let format = formats.get(locale);
  if (!format) formats.set(locale, (format = new Intl.ListFormat(locale)));
  return format.format(names);
};
