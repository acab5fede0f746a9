import { searchKey, usernameKey } from './username-key.js';

describe('what names are compared by', () => {
  it.each([
    ['Ada', 'ADA'],
    ['ada', 'ａｄａ'],
    ['Straße', 'STRASSE'],
    ['ΣΟΦΟΣ', 'σοφος'],
    ['é', 'e\u0301'],
    ['ﬁn', 'fin'],
  ])('%s and %s are one name', (one, other) => {
    expect(usernameKey(one)).toBe(usernameKey(other));
  });

  it.each([
    ['ada', 'adá'],
    ['ada', 'ad_a'],
    ['a.da', 'ada'],
  ])('%s and %s are two', (one, other) => {
    expect(usernameKey(one)).not.toBe(usernameKey(other));
  });

  it('is the same when it is taken again', () => {
    for (const name of ['Ada', 'ﬁn', 'Straße', 'İx']) {
      expect(usernameKey(usernameKey(name))).toBe(usernameKey(name));
    }
  });

  it('people are found by either name, in any case', () => {
    expect(searchKey('Grace', 'Rear ADMIRAL')).toBe('grace rear admiral');
  });
});
