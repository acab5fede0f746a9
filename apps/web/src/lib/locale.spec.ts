import { directionOf, intlLocaleOf, localeOf } from './locale';

describe('the language of a page', () => {
  it('is the one that was chosen, whatever the browser asks for', () => {
    expect(localeOf('de', 'ar')).toBe('de');
    expect(localeOf('tlh', 'ar')).toBe('ar');
  });

  it('is the dearest of those that the browser asks for and that are there', () => {
    expect(localeOf(undefined, 'fr-FR, de-AT;q=0.8, en;q=0.5')).toBe('de');
    expect(localeOf(undefined, 'en;q=0.3, ar-EG;q=0.7')).toBe('ar');
    expect(localeOf(undefined, 'AR')).toBe('ar');
  });

  it('is never one that the browser refuses', () => {
    expect(localeOf(undefined, 'de;q=0, ar;q=0.1')).toBe('ar');
  });

  it('is English when nothing else can be said', () => {
    for (const header of [undefined, null, '', 'fr', '*', ';;;q=', 'de;q=much']) {
      expect(localeOf(undefined, header)).toBe('en');
    }
  });

  it('runs from right to left in Arabic only, with the digits of the page', () => {
    expect([directionOf('en'), directionOf('de'), directionOf('ar')]).toEqual(['ltr', 'ltr', 'rtl']);
    expect(new Intl.NumberFormat(intlLocaleOf('ar')).format(42)).toBe('42');
  });
});
