import type { Person } from './person.js';

/** Chooses the language of the page on this device, as its settings do. */
export const speaks = (person: Person, locale: 'en' | 'de' | 'ar'): Promise<void> =>
  person.context.addCookies([{ name: 'locale', value: locale, url: person.url }]);
